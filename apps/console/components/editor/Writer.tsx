"use client";

import { MAX_SUMMARY, MAX_TITLE } from "@mintreu/api/articles/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import { Textarea } from "@mintreu/ui/kit/Textarea";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EditedArticle } from "./useArticle.ts";

/** The text as readers see it, or as it is written. */
export type WriterMode = "rich" | "source";

/** Apart, because it weighs more than all the rest: only who writes an article gets it. */
const RichEditor = dynamic(() => import("./rich/RichEditor.tsx"), { ssr: false, loading: () => <Loading /> });

interface Props {
  edited: EditedArticle;
  mode: WriterMode;
  /** Behind the preview where there is no room for both. */
  hidden: boolean;
}

/** Title, summary and text. */
export function Writer({ edited, mode, hidden }: Props) {
  const t = useTranslations("editor");
  const { article, writing } = edited;
  const readOnly = !article.may.save || article.state === "archived";
  return (
    <section
      aria-label={t("write")}
      className={cx("pane-scroll flex min-h-0 min-w-0 flex-1 flex-col", hidden && "max-lg:hidden")}
    >
      <div className="mx-auto flex w-full max-w-190 flex-1 flex-col">
        <div className="flex flex-col gap-1 px-4 pt-5 pb-3 md:px-8">
          <Textarea
            bare
            rows={1}
            aria-label={t("title")}
            placeholder={t("titlePlaceholder")}
            maxLength={MAX_TITLE}
            readOnly={readOnly}
            value={writing.title}
            onChange={({ target }) => writing.edit({ title: target.value.replaceAll("\n", " ") })}
            className="font-semibold text-2xl!"
          />
          <Textarea
            bare
            rows={1}
            aria-label={t("summary")}
            placeholder={t("summaryPlaceholder")}
            maxLength={MAX_SUMMARY}
            readOnly={readOnly}
            value={writing.summary}
            onChange={({ target }) => writing.edit({ summary: target.value })}
            className="text-muted"
          />
        </div>
        {mode === "rich" ? (
          <Rich edited={edited} readOnly={readOnly} />
        ) : (
          <Source edited={edited} readOnly={readOnly} />
        )}
      </div>
    </section>
  );
}

function Rich({ edited: { article, writing }, readOnly }: { edited: EditedArticle; readOnly: boolean }) {
  // What it begins with; from then on it has the text.
  const [begun] = useState(writing.version);
  const [markdown] = useState(() => writing.words().body);
  const fresh = writing.version === begun ? markdown : writing.body;
  return (
    <RichEditor
      key={writing.version}
      articleId={article.id}
      deskId={article.desk.id}
      markdown={fresh}
      readOnly={readOnly}
      onChange={writing.editBody}
    />
  );
}

function Source({ edited: { writing }, readOnly }: { edited: EditedArticle; readOnly: boolean }) {
  const t = useTranslations("editor");
  const [text, setText] = useState(() => ({ version: writing.version, body: writing.words().body }));
  const body = text.version === writing.version ? text.body : writing.body;
  return (
    <Textarea
      bare
      aria-label={t("markdown")}
      dir="auto"
      spellCheck
      readOnly={readOnly}
      value={body}
      onChange={({ target }) => {
        setText({ version: writing.version, body: target.value });
        writing.editBody(() => target.value);
      }}
      className="max-h-none! flex-1 border-border border-t px-4 pt-4 pb-24 font-mono text-sm! leading-6 md:px-8"
    />
  );
}

function Loading() {
  return (
    <div aria-hidden className="flex flex-col gap-3 px-4 pt-6 md:px-8">
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-5/6" />
    </div>
  );
}
