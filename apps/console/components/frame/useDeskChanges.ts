"use client";

import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepSubscribed } from "@mintreu/ui/support/live/keep-subscribed.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

const GATHER = 100;

/** Follows a desk that is not the agent's own: its changes are not in the stream that every page has. Null: nothing to follow. */
export function useDeskChanges(deskId: string | null): void {
  const api = useTRPC();
  const { trpc } = useLive().client;
  const queries = useQueryClient();
  useEffect(() => {
    if (!deskId) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let first = true;
    const refetch = () => {
      timer = undefined;
      for (const queryKey of [api.conversations.list.pathKey(), api.conversations.counts.pathKey()]) {
        void queries.invalidateQueries({ queryKey });
      }
    };
    const onData = () => {
      // The first only says that it follows: what the page has is as new.
      if (!first) timer ??= setTimeout(refetch, GATHER);
      first = false;
    };
    const end = keepSubscribed({
      start: (handlers) => trpc.conversations.changes.subscribe({ deskId }, { onData, ...handlers }),
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [deskId, api, trpc, queries]);
}
