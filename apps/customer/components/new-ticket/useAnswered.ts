"use client";

import type { Hit } from "@mintreu/api/search/schema";
import { useTRPCClient } from "@mintreu/ui/support/LiveProvider";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * A question that was answered before it was sent. It can be taken back for as long as the page is open; once it is left, the
 * ticket counts as avoided and `onSettled` throws the draft away.
 */
export function useAnswered(onSettled: () => void) {
  const trpc = useTRPCClient();
  const [answer, setAnswer] = useState<Hit | null>(null);
  const settle = useRef<(() => void) | null>(null);
  const settled = useRef(onSettled);
  settled.current = onSettled;
  useEffect(() => {
    if (!answer) return;
    settle.current = () => {
      settle.current = null;
      settled.current();
      // A figure: nobody waits for it, and nobody is told that it was lost.
      void trpc.search.avoided.mutate({ document: answer.id }).catch(() => undefined);
    };
    const leave = () => settle.current?.();
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, [answer, trpc]);
  // The form's end is the other way to leave: a link of ours.
  useEffect(() => () => settle.current?.(), []);
  const undo = useCallback(() => {
    settle.current = null;
    setAnswer(null);
  }, []);
  return { answered: answer !== null, accept: setAnswer, undo };
}
