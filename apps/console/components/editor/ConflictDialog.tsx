"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DifferenceView } from "./DifferenceView.tsx";
import type { EditedArticle } from "./useArticle.ts";
import { wordsOf } from "./useWriting.ts";

/** Somebody has saved since: shows what they changed, and lets one choose. Nothing is lost either way. */
export function ConflictDialog({ edited, onClose }: { edited: EditedArticle; onClose: () => void }) {
  const t = useTranslations("editor.stale");
  const { article, base, writing } = edited;
  const { id } = article;
  // The newest there is, rather than the one that was newest when this page was read.
  const { data: newest } = useQuery(useTRPC().articles.get.queryOptions({ id }, { staleTime: 0 }));
  const to = newest?.revision ?? base;
  const keepMine = () => {
    edited.takeBase(to);
    onClose();
  };
  const takeTheirs = () => {
    if (!newest) return;
    const mine = writing.words();
    edited.takeBase(to, wordsOf(newest));
    onClose();
    showToast({ title: t("took"), action: { label: t("undo"), run: () => writing.replace(mine) } });
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={newest ? t("by", { name: newest.writer.name }) : t("title")}
      description={t("choose")}
      footer={
        <>
          <Button disabled={!newest} onClick={takeTheirs}>
            {t("theirs")}
          </Button>
          <Button variant="primary" disabled={!newest} onClick={keepMine}>
            {t("mine")}
          </Button>
        </>
      }
    >
      <div className="pane-scroll max-h-[50dvh] rounded-md border border-border">
        {to > base && <DifferenceView id={id} from={base} to={to} />}
      </div>
    </Dialog>
  );
}
