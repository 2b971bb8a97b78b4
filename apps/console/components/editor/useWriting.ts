"use client";

import type { ArticleEdit } from "@mintreu/api/articles/schema";
import { useCallback, useMemo, useRef, useState } from "react";

/** The words of an article. */
export interface Words {
  title: string;
  summary: string;
  body: string;
}

/** What is being written, and what it was begun with. */
export interface Writing {
  title: string;
  summary: string;
  /** The text as it was when the editor was last opened with it; `words()` has the newest. */
  body: string;
  /** Another text to show: the editor begins anew with each. */
  version: number;
  /** Counts the changes since this page was opened; 0 for none. */
  changes: number;
  /** Whether it differs from what is saved. */
  dirty: boolean;
  words(): Words;
  edit(words: Partial<Pick<Words, "title" | "summary">>): void;
  /** A change of the text, which is read only when it is needed. */
  editBody(read: () => string): void;
  /** Shows other words in place of these. */
  replace(words: Words): void;
  /** These words are what is saved now. */
  settle(words: Words): void;
}

/** Keeps what somebody writes: their draft where there is one, otherwise the newest revision. */
export function useWriting(article: ArticleEdit): Writing {
  const [begun] = useState<Words>(() => wordsOf(article.draft ?? article));
  const [head, setHead] = useState({ title: begun.title, summary: begun.summary });
  const [shown, setShown] = useState({ body: begun.body, version: 0 });
  const [changes, setChanges] = useState(0);
  const read = useRef<() => string>(() => begun.body);
  const current = useRef(head);
  const [dirty, setDirty] = useState(() => !same(begun, article));

  const words = useCallback((): Words => ({ ...current.current, body: read.current() }), []);
  const count = useCallback(() => {
    setDirty(true);
    setChanges((now) => now + 1);
  }, []);
  const actions = useMemo(
    () => ({
      edit: (patch: Partial<Words>) => {
        current.current = { ...current.current, ...patch };
        setHead(current.current);
        count();
      },
      editBody: (next: () => string) => {
        read.current = next;
        count();
      },
      replace: ({ title, summary, body }: Words) => {
        current.current = { title, summary };
        read.current = () => body;
        setHead(current.current);
        setShown(({ version }) => ({ body, version: version + 1 }));
        count();
      },
    }),
    [count],
  );
  const settle = useCallback((done: Words) => setDirty(!same(words(), done)), [words]);
  return { ...head, ...shown, changes, dirty, words, settle, ...actions };
}

/** Only the words of something that has more. */
export function wordsOf({ title, summary, body }: Words): Words {
  return { title, summary, body };
}

function same(a: Words, b: Words): boolean {
  return a.title === b.title && a.summary === b.summary && a.body === b.body;
}
