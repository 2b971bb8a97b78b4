"use client";

import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listInputAt, type Place } from "../place/place.ts";

const NOTHING: never[] = [];

/** The list of a place, page after page; read again when the live stream says that something in it changed. */
export function useConversationList(place: Place) {
  const api = useTRPC();
  const query = useInfiniteQuery(
    api.conversations.list.infiniteQueryOptions(listInputAt(place), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      // Coming back to a list shows it as it was, and reads it again behind that.
      refetchOnMount: (known) => (known.state.dataUpdatedAt < Date.now() - 10_000 ? "always" : true),
    }),
  );
  const { data } = query;
  // A conversation that moved while pages were read may be in two of them.
  const rows = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.rows);
    return all ? [...new Map(all.map((row) => [row.id, row])).values()] : NOTHING;
  }, [data]);
  return { ...query, rows };
}
