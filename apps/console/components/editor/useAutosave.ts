"use client";

import type { OtherEditor } from "@mintreu/api/articles/schema";
import { call } from "@mintreu/ui/support/call.ts";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Writing } from "./useWriting.ts";

/** How long after the last change a draft is kept (ms), and how long at most while somebody goes on typing. */
const QUIET = 1_200;
const LONGEST = 5_000;
/** How often one says to be still here (ms): the server counts people as editing for 45 s. */
const HERE = 15_000;
/** Longest text that a browser sends while a page goes (bytes; the limit is 64 kB). */
const PARTING = 60_000;

/** What became of what was typed last. */
export type DraftState = "none" | "waiting" | "kept" | "failed";

/** What autosaving tells the screen. */
export interface Autosave {
  state: DraftState;
  others: readonly OtherEditor[];
  /** The newest revision that is known. */
  newest: number;
  /** Nothing that was typed before this is kept as a draft any more. */
  settled(revision: number): void;
}

interface Input {
  id: string;
  baseRevision: number;
  writing: Writing;
  /** Nothing is kept for somebody who may only look. */
  enabled: boolean;
}

/** Keeps what is typed on the server every few seconds, and learns who else is at the article. */
export function useAutosave({ id, baseRevision, writing, enabled }: Input): Autosave {
  const { trpc } = useLive().client;
  const [state, setState] = useState<DraftState>("none");
  const [others, setOthers] = useState<readonly OtherEditor[]>([]);
  const [newest, setNewest] = useState(baseRevision);
  const keptUpTo = useRef(0);
  const waitingSince = useRef<number | null>(null);
  const latest = useRef({ baseRevision, writing });
  useEffect(() => {
    latest.current = { baseRevision, writing };
  });

  const send = useCallback(
    async (withText: boolean) => {
      const { writing, baseRevision } = latest.current;
      const upTo = writing.changes;
      waitingSince.current = null;
      try {
        const draft = withText ? { draft: writing.words() } : {};
        const answer = await trpc.articles.autosave.mutate({ id, baseRevision, ...draft });
        setOthers(answer.others);
        setNewest((now) => Math.max(now, answer.revision));
        if (!withText) return;
        keptUpTo.current = Math.max(keptUpTo.current, upTo);
        if (latest.current.writing.changes === upTo) setState((now) => (now === "none" ? now : "kept"));
      } catch {
        if (withText) setState("failed");
      }
    },
    [id, trpc],
  );

  const { changes } = writing;
  useEffect(() => {
    if (!enabled || changes === 0 || changes <= keptUpTo.current) return;
    setState((now) => (now === "failed" ? now : "waiting"));
    waitingSince.current ??= Date.now();
    const since = waitingSince.current;
    const timer = setTimeout(() => void send(true), Math.max(0, Math.min(QUIET, since + LONGEST - Date.now())));
    return () => clearTimeout(timer);
  }, [changes, enabled, send]);

  useEffect(() => {
    if (!enabled) return;
    const beat = () => {
      const { changes } = latest.current.writing;
      void send(changes > keptUpTo.current);
    };
    beat();
    const timer = setInterval(beat, HERE);
    return () => {
      clearInterval(timer);
      // Whoever goes on to another page loses nothing of the last second.
      if (latest.current.writing.changes > keptUpTo.current) void send(true);
    };
  }, [enabled, send]);

  // One's own save in another tab ends the draft that both share: what is typed here is kept anew.
  const overtaken = newest > baseRevision;
  useEffect(() => {
    if (enabled && overtaken && latest.current.writing.dirty) void send(true);
  }, [enabled, overtaken, send]);

  useEffect(() => {
    const onHide = () => {
      const { writing, baseRevision } = latest.current;
      if (!enabled || document.visibilityState !== "hidden" || writing.changes <= keptUpTo.current) return;
      const draft = writing.words();
      // While a page goes only a small request is sent to its end; a big one has its chance as any other.
      if (JSON.stringify(draft).length > PARTING) void send(true);
      else void call("articles.autosave", { id, baseRevision, draft }).catch(() => {});
    };
    document.addEventListener("visibilitychange", onHide);
    return () => document.removeEventListener("visibilitychange", onHide);
  }, [enabled, id, send]);

  const settled = useCallback((revision: number) => {
    setNewest((now) => Math.max(now, revision));
    keptUpTo.current = latest.current.writing.changes;
    setState("none");
  }, []);
  return { state, others, newest, settled };
}
