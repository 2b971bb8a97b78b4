"use client";

import type { Heading } from "@mintreu/api/articles/reading";
import { useEffect, useState } from "react";

/** How far below the upper edge a heading still counts as the one that is being read (px). */
const READING_LINE = 140;

/** The anchor of the part that is being read; undefined before the first heading. */
export function useCurrentHeading(headings: readonly Heading[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const ids = headings.map(({ id }) => id).join(" ");
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = ids.split(" ").filter((id) => {
        const place = document.getElementById(id);
        return place !== null && place.getBoundingClientRect().top < READING_LINE;
      });
      setCurrent(passed.at(-1));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    soon();
    // Captured: a pane scrolls, too, and its event does not rise.
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    return () => {
      document.removeEventListener("scroll", soon, { capture: true });
      cancelAnimationFrame(frame);
    };
  }, [ids]);
  return current;
}
