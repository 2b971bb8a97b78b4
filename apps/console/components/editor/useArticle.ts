"use client";

import type { ArticleEdit } from "@mintreu/api/articles/schema";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { failureOf } from "@mintreu/ui/support/live/failure.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "../conversation/useFailureText.ts";
import { type Autosave, useAutosave } from "./useAutosave.ts";
import { useWriting, type Words, type Writing } from "./useWriting.ts";

/** An article while it is edited: its words, and all that can be done with it. */
export interface EditedArticle {
  article: ArticleEdit;
  writing: Writing;
  autosave: Autosave;
  /** The revision that these words were begun with. */
  base: number;
  busy: boolean;
  /** Somebody has saved since: nothing of ours is saved before it was decided what shall hold. */
  stale: boolean;
  /** Whether it is being decided what shall hold. */
  deciding: boolean;
  setDeciding(deciding: boolean): void;
  /** @returns the revision that holds these words; null when they could not be saved. */
  save(): Promise<number | null>;
  /** Goes on from the newest revision with these words, or with those that are given. */
  takeBase(revision: number, words?: Words): void;
  /** Does something with the article and reads it anew. @returns whether it was done. */
  act(what: () => Promise<unknown>, said?: Said): Promise<boolean>;
}

/** What is said of something that was done. */
export interface Said {
  text: string;
  undo?: () => void;
}

/** Holds one article that is edited. */
export function useArticle(article: ArticleEdit): EditedArticle {
  const t = useTranslations("editor");
  const { trpc } = useLive().client;
  const api = useTRPC();
  const queries = useQueryClient();
  const textOf = useFailureText();
  const { id } = article;
  const writing = useWriting(article);
  const [base, setBase] = useState(article.draft?.baseRevision ?? article.revision);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(0);
  const [deciding, setDeciding] = useState(false);
  const autosave = useAutosave({ id, baseRevision: base, writing, enabled: article.may.save });
  const newest = Math.max(autosave.newest, article.revision, refused);

  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.articles.get.queryKey({ id }) }),
      queries.invalidateQueries({ queryKey: api.articles.revisions.queryKey({ id }) }),
      queries.invalidateQueries({ queryKey: api.articles.list.pathKey(), refetchType: "none" }),
      queries.invalidateQueries({ queryKey: api.articles.counts.pathKey(), refetchType: "none" }),
    ]);

  const act = async (what: () => Promise<unknown>, said?: Said): Promise<boolean> => {
    setBusy(true);
    try {
      await what();
      await refresh();
      if (said) showToast({ title: said.text, ...(said.undo ? { action: { label: t("undo"), run: said.undo } } : {}) });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "refused" && failure.code === "STALE_REVISION") {
        setRefused(base + 1);
        setDeciding(true);
        await refresh();
      } else showToast({ tone: "danger", title: t("failed"), text: textOf(failure) });
      return false;
    } finally {
      setBusy(false);
    }
  };

  const save = async (): Promise<number | null> => {
    const words = writing.words();
    if (!writing.dirty) return base;
    let revision: number | null = null;
    const done = await act(async () => {
      ({ revision } = await trpc.articles.save.mutate({ id, baseRevision: base, ...words }));
    });
    if (!done || revision === null) return null;
    setBase(revision);
    writing.settle(words);
    autosave.settled(revision);
    return revision;
  };

  const takeBase = (revision: number, words?: Words) => {
    setBase(revision);
    setRefused(0);
    if (!words) return;
    writing.replace(words);
    writing.settle(words);
    autosave.settled(revision);
  };
  return { article, writing, autosave, base, busy, stale: newest > base, deciding, setDeciding, save, takeBase, act };
}
