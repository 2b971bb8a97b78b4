"use client";

import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { EditedArticle, Said } from "./useArticle.ts";

/** Brings an earlier revision back as the newest. @returns whether it was done. */
export type Restore = (number: number) => Promise<boolean>;

/** What was typed and not saved is saved before, so that it is in the history; the toast goes back to it. */
export function useRestoring(edited: EditedArticle): Restore {
  const t = useTranslations("editor.history");
  const { trpc } = useLive().client;
  // Whoever undoes it may have gone on typing.
  const latest = useRef(edited);
  useEffect(() => {
    latest.current = edited;
  });
  const bring = async (number: number, said: (before: number) => Said): Promise<boolean> => {
    const { article, stale, act, save, takeBase } = latest.current;
    const before = stale ? null : await save();
    if (before === null) return false;
    const { id } = article;
    let revision = before;
    const done = await act(async () => {
      ({ revision } = await trpc.articles.restore.mutate({ id, number }));
    }, said(before));
    if (!done) return false;
    const { title, summary, body } = await trpc.articles.revision.query({ id, number: revision });
    takeBase(revision, { title, summary, body });
    return true;
  };
  return (number) =>
    bring(number, (before) => ({
      text: t("restored", { number }),
      undo: () => void bring(before, () => ({ text: t("undone", { number: before }) })),
    }));
}
