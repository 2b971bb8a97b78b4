"use client";

import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** Everything about search is read again: one change shows in several parts of the page. */
export function useRefreshSearch(): () => Promise<void> {
  const api = useTRPC();
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: api.search.pathKey() }), [api, queries]);
}
