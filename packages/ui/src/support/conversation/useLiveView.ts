"use client";

import type { LiveItem, ViewEvent } from "@mintreu/api/conversations/events";
import type { ConversationView } from "@mintreu/api/conversations/get";
import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLive, useTRPC } from "../LiveProvider.tsx";
import { keepSubscribed } from "../live/keep-subscribed.ts";
import { advance, advanceMarks, changedHands } from "./advance.ts";

/** How many of the latest events may be newer than what a page that was rendered just now holds. */
const LOG = 100;

/** A conversation that keeps itself up to date. */
export interface LiveView {
  /** Undefined while it loads for the first time; null where there is nothing that this person may see. */
  view: ConversationView | null | undefined;
  /** Takes an event that came on another way, such as the answer to sending it. */
  take: (event: ViewEvent) => void;
  patch: (change: (view: ConversationView) => ConversationView) => void;
}

/** Follows one conversation: the page's data first, then every event, for the sender as for everyone else. */
export function useLiveView(id: string, onItem: (item: LiveItem) => void): LiveView {
  const api = useTRPC();
  const { trpc } = useLive().client;
  const queries = useQueryClient();
  const query = useQuery(api.conversations.get.queryOptions({ id }, { retry: false }));
  const [gone, setGone] = useState(false);
  const [log, setLog] = useState<readonly ViewEvent[]>([]);
  const key: QueryKey = api.conversations.get.queryKey({ id });
  const keyText = JSON.stringify(key);

  const patch = useCallback(
    (change: (view: ConversationView) => ConversationView) => {
      queries.setQueryData<ConversationView>(key, (old) => old && change(old));
    },
    [queries, keyText],
  );
  const take = useCallback(
    (event: ViewEvent) => {
      patch((old) => {
        if (changedHands(old, event)) void queries.invalidateQueries({ queryKey: key });
        return advance(old, event);
      });
      setLog((known) => [...known.slice(1 - LOG), event]);
    },
    [patch, queries, keyText],
  );

  const loaded = query.data !== undefined;
  const seq = useRef(0);
  seq.current = Math.max(seq.current, query.data?.seq ?? 0);
  const tell = useRef(onItem);
  tell.current = onItem;
  useEffect(() => {
    if (!loaded) return;
    // What the answer to one's own sending brought may be ahead of others' events: resume from the stream's own place.
    let last = String(seq.current);
    const receive = (item: LiveItem) => {
      if (item.type === "event") take(item.event);
      else if (item.type === "read") patch((old) => advanceMarks(old, item));
      tell.current(item);
    };
    return keepSubscribed({
      start: (handlers) =>
        trpc.conversations.live.subscribe(
          { id, lastEventId: last },
          {
            onData: ({ id: at, data }) => {
              last = at;
              receive(data);
            },
            ...handlers,
          },
        ),
      onRefused: () => setGone(true),
    });
  }, [id, loaded, trpc, take, patch]);

  // The cache may be replaced by what a page rendered a moment ago: what came since is applied to it again.
  const view = useMemo(() => query.data && log.reduce(advance, query.data), [query.data, log]);
  return { view: gone || (query.isError && !view) ? null : view, take, patch };
}
