"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { IconButton, type IconButtonProps } from "@mintreu/ui/kit/IconButton";
import { ArrowLeft, Eye, FileCode, History, SlidersHorizontal, SquarePen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePageTitle } from "../conversation/usePageTitle.ts";
import { ArticleStatePill } from "../knowledge/ArticleStatePill.tsx";
import type { SideView } from "./ArticleEditor.tsx";
import { PublishMenu } from "./PublishMenu.tsx";
import type { EditedArticle } from "./useArticle.ts";
import type { Publishing } from "./usePublishing.ts";
import type { WriterMode } from "./Writer.tsx";

interface Props {
  edited: EditedArticle;
  publishing: Publishing;
  view: { mode: WriterMode; preview: boolean; side: SideView };
  onMode: (mode: WriterMode) => void;
  onPreview: (preview: boolean) => void;
  onSide: (side: SideView) => void;
}

/** Where the article stands, whether what is typed is safe, and what can be done with it. */
export function EditorHeader({ edited, publishing, view, onMode, onPreview, onSide }: Props) {
  const t = useTranslations("editor");
  const { article, writing } = edited;
  const source = view.mode === "source";
  usePageTitle(writing.title || t("untitled"));
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-border border-b px-2 py-1.5 md:px-4">
      <h1 className="sr-only">{t("heading", { title: writing.title || t("untitled") })}</h1>
      <ButtonLink href="/knowledge" variant="quiet" size="sm" aria-label={t("back")}>
        <ArrowLeft aria-hidden className="rtl:rotate-180" />
      </ButtonLink>
      <div className="flex min-w-0 flex-1 items-center gap-x-3 max-sm:flex-wrap">
        <span className="min-w-0 *:whitespace-normal">
          <ArticleStatePill row={article} />
        </span>
        <SavedState edited={edited} />
      </div>
      <div className="flex items-center gap-0.5">
        <IconButton
          label={t(source ? "toRich" : "toSource")}
          aria-pressed={source}
          onClick={() => onMode(source ? "rich" : "source")}
        >
          {source ? <SquarePen /> : <FileCode />}
        </IconButton>
        <ViewButton
          label={t("preview.label")}
          icon={<Eye />}
          aria-pressed={view.preview}
          onClick={() => onPreview(!view.preview)}
        />
        <ViewButton
          label={t("history.title")}
          icon={<History />}
          aria-haspopup="dialog"
          onClick={() => onSide("history")}
        />
        <ViewButton
          label={t("details.title")}
          icon={<SlidersHorizontal />}
          aria-haspopup="dialog"
          onClick={() => onSide("details")}
        />
      </div>
      <div className="flex items-center gap-1.5 max-sm:w-full">
        {article.live && (
          <Link href={article.url} className="px-1 text-accent text-sm underline underline-offset-2" target="_blank">
            {t("see")}
          </Link>
        )}
        {article.may.save && article.state !== "archived" && (
          <Button
            size="sm"
            className="max-sm:flex-1"
            disabled={!writing.dirty || edited.stale}
            pending={edited.busy}
            onClick={publishing.save}
          >
            {t("save")}
          </Button>
        )}
        <PublishMenu edited={edited} publishing={publishing} />
      </div>
    </header>
  );
}

/** Opens what is beside the text; it says so in a word where there is room. */
function ViewButton({ label, icon, ...rest }: Omit<IconButtonProps, "children"> & { icon: ReactNode }) {
  return (
    <IconButton label={label} {...rest} className="xl:w-auto xl:gap-1.5 xl:px-2">
      {icon}
      <span aria-hidden className="font-medium text-sm max-xl:hidden">
        {label}
      </span>
    </IconButton>
  );
}

/** Whether what is typed is safe, in one or two words; announced when it changes. */
function SavedState({ edited: { writing, autosave } }: { edited: EditedArticle }) {
  const t = useTranslations("editor.state");
  const { state } = autosave;
  const said = !writing.dirty ? "saved" : state === "failed" ? "failed" : state === "waiting" ? "waiting" : "draft";
  return (
    <span role="status" className={cx("truncate text-sm", said === "failed" ? "text-danger" : "text-muted")}>
      {t(said)}
    </span>
  );
}
