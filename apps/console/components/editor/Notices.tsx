"use client";

import { Banner } from "@mintreu/ui/kit/Banner";
import { Button } from "@mintreu/ui/kit/Button";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ConflictDialog } from "./ConflictDialog.tsx";
import type { EditedArticle } from "./useArticle.ts";
import { wordsOf } from "./useWriting.ts";

/** What one has to know before one goes on: a draft that was restored, a newer revision, somebody else at it. */
export function Notices({ edited }: { edited: EditedArticle }) {
  const t = useTranslations("editor");
  const { article, stale, autosave, deciding, setDeciding } = edited;
  const readOnly = article.state === "archived" ? "archived" : article.may.save ? null : "readOnly";
  return (
    <>
      {readOnly && <Banner edge>{t(readOnly)}</Banner>}
      {article.mayNameSomebody && (
        <Banner edge tone="warning" title={t("ofTicket.title")}>
          {t("ofTicket.text")}
        </Banner>
      )}
      {article.state === "draft" && article.sentBack && (
        <Banner edge tone="warning" title={t("returned", { name: article.sentBack.by })}>
          <span className="whitespace-pre-line">{article.sentBack.reason}</span>
        </Banner>
      )}
      <OthersNotice others={autosave.others} />
      {stale ? (
        <Banner
          edge
          live
          tone="warning"
          title={t("stale.title")}
          action={
            <Button size="sm" onClick={() => setDeciding(true)}>
              {t("stale.look")}
            </Button>
          }
        >
          {t("stale.text")}
        </Banner>
      ) : (
        <DraftNotice edited={edited} />
      )}
      {deciding && <ConflictDialog edited={edited} onClose={() => setDeciding(false)} />}
    </>
  );
}

function OthersNotice({ others }: { others: EditedArticle["autosave"]["others"] }) {
  const t = useTranslations("editor.others");
  const format = useFormatter();
  if (others.length === 0) return null;
  const typing = others.some((each) => each.typing);
  const names = format.list(others.map(({ name }) => name));
  return (
    <Banner edge live tone={typing ? "warning" : "info"}>
      {t(typing ? "typing" : "open", { names, count: others.length })}
    </Banner>
  );
}

/** A draft of an earlier visit is shown as it was left; one can go back to what is saved. */
function DraftNotice({ edited }: { edited: EditedArticle }) {
  const t = useTranslations("editor.draft");
  const { trpc } = useLive().client;
  const { article, writing } = edited;
  const [restored, setRestored] = useState(article.draft !== null && writing.dirty);
  if (!restored || !writing.dirty) return null;
  const discard = async () => {
    const kept = writing.words();
    if (!(await edited.act(() => trpc.articles.discardDraft.mutate({ id: article.id })))) return;
    edited.takeBase(article.revision, wordsOf(article));
    setRestored(false);
    showToast({ title: t("discarded"), action: { label: t("undo"), run: () => writing.replace(kept) } });
  };
  return (
    <Banner
      edge
      action={
        <Button size="sm" onClick={() => void discard()}>
          {t("discard")}
        </Button>
      }
    >
      {t("restored")}
    </Banner>
  );
}
