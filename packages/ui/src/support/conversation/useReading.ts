"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { useCallback, useEffect, useRef } from "react";
import { useLive } from "../LiveProvider.tsx";

/** At most one mark in this many ms. */
const EVERY = 1_000;

/**
 * Tells up to where one has read. What it returns is called whenever the newest event is on screen; it counts only while
 * somebody looks.
 */
export function useReading(
  view: ConversationView | null,
  patch: (change: (view: ConversationView) => ConversationView) => void,
): () => void {
  const { trpc } = useLive().client;
  const latest = useRef(view);
  latest.current = view;
  const told = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(() => {
    const tell = async () => {
      timer.current = null;
      const now = latest.current;
      if (!now || !isLookedAt() || now.seq <= Math.max(told.current, now.readSeq)) return;
      const { id, seq } = now;
      told.current = seq;
      timer.current = setTimeout(tell, EVERY);
      try {
        await trpc.conversations.markRead.mutate({ id, seq });
        patch((old) => ({ ...old, readSeq: Math.max(old.readSeq, seq) }));
      } catch {
        // The next look tells it again.
        told.current = 0;
      }
    };
    if (latest.current?.actions.includes("mark-read") && !timer.current) void tell();
  }, [trpc, patch]);
}

function isLookedAt(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
