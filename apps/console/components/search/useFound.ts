"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSettled } from "../page/useSettled.ts";
import type { Scope } from "./wanted.ts";

/** Shorter than anybody notices, longer than two letters of a fast typist are apart. */
const PAUSE = 70;
const SHOWN = 8;

/** What is found as one types: the last answer stays until the next is there, and one that comes too late is never shown. */
export function useFound({ text, scope }: { text: string; scope: Scope }): {
  answer: SearchAnswer | null;
  failed: boolean;
} {
  const api = useTRPC();
  const settled = useSettled(text, PAUSE);
  const wanted = text !== "" && scope !== "action";
  const { data, isError } = useQuery(
    api.search.query.queryOptions(
      { text: settled, limit: SHOWN, ...(scope === "all" || scope === "action" ? {} : { kinds: [scope] }) },
      { enabled: wanted && settled !== "", placeholderData: keepPreviousData, staleTime: 10_000, retry: false },
    ),
  );
  return { answer: wanted ? (data ?? null) : null, failed: wanted && isError };
}
