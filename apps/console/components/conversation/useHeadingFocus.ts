"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Gives the heading of what has just opened the focus, where it was on something that is gone from the screen. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On a page that has just been loaded nobody has been anywhere.
    if (performance.now() < 3_000) return;
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      const gone = !activeElement || activeElement === document.body || activeElement.getClientRects().length === 0;
      if (gone) heading.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return heading;
}
