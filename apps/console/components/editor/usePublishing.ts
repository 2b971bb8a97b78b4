"use client";

import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useFormatter, useTranslations } from "next-intl";
import type { EditedArticle } from "./useArticle.ts";

/** What can be done with an article as it stands. */
export interface Publishing {
  /** What its writer most likely wants now. */
  mainIs: "publish" | "requestReview";
  /** Null where there is nothing to publish, or it is not theirs to do. */
  main: (() => void) | null;
  save(): void;
  publish(at?: Date): void;
  requestReview(): void;
  /** @returns whether it was done. */
  sendBack(reason: string): Promise<boolean>;
  unschedule(): void;
  unpublish(): void;
  archive(): void;
  unarchive(): void;
}

type Needed = "title" | "body";
/** What an article needs before anybody else is shown it; one that is only saved needs a title. */
const TO_SHOW: readonly Needed[] = ["title", "body"];

/** Publishing and taking down. Whatever is typed is saved first, so that what is published is what one sees. */
export function usePublishing(edited: EditedArticle): Publishing {
  const t = useTranslations("editor.done");
  const format = useFormatter();
  const { me, client } = useLive();
  const { trpc } = client;
  const { article, writing, stale, act } = edited;
  const { id, may, revision, publishedRevision, publishAt } = article;

  const saved = async (then: (revision: number) => Promise<unknown>, needs: readonly Needed[] = TO_SHOW) => {
    if (stale) return;
    const missing = needs.find((part) => writing.words()[part].trim() === "");
    if (missing) {
      showToast({ tone: "danger", title: t(missing === "title" ? "titleMissing" : "bodyMissing") });
      return;
    }
    const revision = await edited.save();
    if (revision !== null) await then(revision);
  };
  const publish = (at?: Date) =>
    void saved((revision) =>
      act(() => trpc.articles.publish.mutate({ id, revision, ...(at ? { at: at.toISOString() } : {}) }), {
        text: at
          ? t("scheduled", { at: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })
          : t("published"),
      }),
    );
  const requestReview = () =>
    void saved((revision) => act(() => trpc.articles.requestReview.mutate({ id, revision }), { text: t("review") }));
  const undoArchive = () =>
    void act(() => trpc.articles.unarchive.mutate({ id, asItWas: true }), { text: t("archiveUndone") });
  const unarchive = () => void act(() => trpc.articles.unarchive.mutate({ id }), { text: t("unarchived") });
  const save = () =>
    void saved(async () => {
      if (writing.dirty) showToast({ title: t("saved") });
    }, ["title"]);

  const news = writing.dirty || publishedRevision !== revision || publishAt !== null;
  const mainIs = may.publish || !may.requestReview ? "publish" : "requestReview";
  const possible = !stale && !edited.busy && (mainIs === "publish" ? may.publish && news : may.requestReview);
  return {
    mainIs,
    main: possible ? (mainIs === "publish" ? () => publish() : requestReview) : null,
    ...{ save, publish, requestReview, unarchive },
    sendBack: (reason) =>
      act(() => trpc.articles.sendBack.mutate({ id, revision, reason }), {
        text: t(article.writer.id === me.id ? "takenBack" : "sentBack"),
      }),
    unschedule: () =>
      void act(() => trpc.articles.unschedule.mutate({ id }), {
        text: t("unscheduled"),
        ...(may.publish && publishAt ? { undo: () => publish(new Date(publishAt)) } : {}),
      }),
    unpublish: () =>
      void act(() => trpc.articles.unpublish.mutate({ id }), {
        text: t("unpublished"),
        ...(may.publish && publishedRevision === revision ? { undo: () => publish() } : {}),
      }),
    archive: () => void act(() => trpc.articles.archive.mutate({ id }), { text: t("archived"), undo: undoArchive }),
  };
}
