"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** This near (px) to an end counts as there. */
const NEAR_END = 48;
const NEAR_START = 400;

interface Content {
  lastKey: string | undefined;
  /** The last row is one's own and has just been written: one goes to it. */
  ownLast: boolean;
  onNearStart: () => void;
}

/**
 * Keeps one's place in a thread. Its scroller is a reversed column: it starts at the newest message before any script runs,
 * stays there when one is there, and what is loaded above moves nothing. Only what comes below while one reads back has to
 * be made up for.
 */
export function useThreadScroll(scroller: RefObject<HTMLElement | null>, { lastKey, ownLast, onNearStart }: Content) {
  const [atEnd, setAtEnd] = useState(true);
  const height = useRef(0);
  const atEndNow = useRef(true);
  const shownLast = useRef(lastKey);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - height.current;
    height.current = element.scrollHeight;
    if (lastKey === shownLast.current) return;
    shownLast.current = lastKey;
    if (ownLast || atEndNow.current) element.scrollTop = 0;
    else element.scrollTop -= grown;
  });

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    height.current = element.scrollHeight;
    atEndNow.current = Math.abs(element.scrollTop) <= NEAR_END;
    setAtEnd(atEndNow.current);
    const aboveView = element.scrollHeight - element.clientHeight - Math.abs(element.scrollTop);
    if (aboveView < NEAR_START && element.scrollHeight > element.clientHeight) onNearStart();
  }, [scroller, onNearStart]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Not through React: it would listen on every thread's ancestors as well.
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [scroller, onScroll]);

  const toEnd = useCallback(() => {
    scroller.current?.scrollTo({ top: 0, behavior: movesGently() ? "smooth" : "auto" });
  }, [scroller]);
  return { atEnd, toEnd };
}

/** Whether the person has not asked for less motion. */
export function movesGently(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
