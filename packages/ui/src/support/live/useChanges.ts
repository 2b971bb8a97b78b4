"use client";

import { useEffect } from "react";
import type { LiveClient } from "./client.ts";
import { keepSubscribed } from "./keep-subscribed.ts";

/** Changes that come within this many ms are one refetch. */
const GATHER = 100;
/** Lists and counts: what the thin stream of changes makes stale. */
const LISTS = ["list", "counts", "tickets"];

/** Follows what changes in the person's conversations: refetches the lists on screen, and tells the unread count. */
export function useChanges({ trpc, queries }: LiveClient, onUnread: (unread: number) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refetch = () => {
      timer = undefined;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isList(queryKey) });
    };
    const end = keepSubscribed({
      start: (handlers) =>
        trpc.conversations.changes.subscribe(
          {},
          {
            onData: ({ unread }) => {
              onUnread(unread);
              timer ??= setTimeout(refetch, GATHER);
            },
            ...handlers,
          },
        ),
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [trpc, queries, onUnread]);
}

/** tRPC's keys start with the procedure's path. */
function isList([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && path[0] === "conversations" && LISTS.includes(path[1]);
}
