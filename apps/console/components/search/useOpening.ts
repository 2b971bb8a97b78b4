"use client";

import type { Hit, SearchAnswer } from "@mintreu/api/search/schema";
import { reportOpened } from "@mintreu/ui/support/search/report.ts";
import { useRouter } from "next/navigation";

/** A search that led somewhere. */
export interface Opening {
  text: string;
  answer: SearchAnswer;
  hit: Hit;
}

/** Goes to what was found, and has it counted which search led there. */
export function useOpening(): (opening: Opening) => void {
  const router = useRouter();
  return (opening) => {
    countOpening(opening);
    const { href } = opening.hit;
    if (href.startsWith("/")) router.push(href);
    else window.open(href, "_blank", "noopener,noreferrer");
  };
}

/** Counts that a search led to a result; nothing waits for it. */
export function countOpening({ text, answer, hit }: Opening): void {
  const place = answer.hits.findIndex(({ id }) => id === hit.id) + 1;
  void reportOpened({ text, found: answer.total, document: hit.id, place, href: hit.href });
}
