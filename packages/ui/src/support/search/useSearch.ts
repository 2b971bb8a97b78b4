"use client";

import type { DocumentKind, SearchAnswer } from "@mintreu/api/search/schema";
import { useEffect, useRef, useState } from "react";
import { ask } from "../call.ts";
import { reportFinished } from "./report.ts";

/** Nobody waits for what they have not finished typing: ms after the last key. */
const SETTLED = 60;
/** Who has not typed for so long has read what there is (ms). */
const FINISHED = 1_500;
const KEPT = 50;

/** What is searched. */
export interface Searching {
  text: string;
  productId?: string | undefined;
  kinds?: readonly DocumentKind[] | undefined;
  limit: number;
}

/** What a search has brought so far. */
export interface Searched {
  /** The newest answer; stays while the next one is on its way, so that nothing flickers. */
  answer: SearchAnswer | null;
  /** What it answers. */
  answers: string;
  failed: boolean;
}

const NOTHING: Searched = { answer: null, answers: "", failed: false };

/** Searches while somebody types. An answer that was overtaken is dropped, one that was given before is shown at once. */
export function useSearch({ text, productId, kinds, limit }: Searching): Searched {
  const [searched, setSearched] = useState(NOTHING);
  const known = useRef(new Map<string, SearchAnswer>());
  const wanted = text.trim();
  const only = kinds?.join();
  useEffect(() => {
    if (wanted === "") return setSearched(NOTHING);
    const before = known.current.get(wanted);
    const show = (answer: SearchAnswer) => setSearched({ answer, answers: wanted, failed: false });
    if (before) return show(before);
    const stop = new AbortController();
    const search = async () => {
      const within = { ...(productId && { productId }), ...(only && { kinds: only.split(",") as DocumentKind[] }) };
      try {
        const answer = await ask("search.query", { text: wanted, limit, ...within }, stop.signal);
        if (stop.signal.aborted) return;
        remember(known.current, wanted, answer);
        show(answer);
      } catch {
        if (!stop.signal.aborted) setSearched((now) => ({ ...now, failed: true }));
      }
    };
    const timer = setTimeout(() => void search(), SETTLED);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, productId, only, limit]);
  useFinished(wanted, searched);
  return searched;
}

/** Counts a search once its answer has stood for a while. */
function useFinished(wanted: string, { answer, answers }: Searched): void {
  useEffect(() => {
    if (!answer || answers !== wanted) return;
    const timer = setTimeout(() => void reportFinished(wanted, answer.total), FINISHED);
    return () => clearTimeout(timer);
  }, [wanted, answer, answers]);
}

function remember(known: Map<string, SearchAnswer>, text: string, answer: SearchAnswer): void {
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(text, answer);
}
