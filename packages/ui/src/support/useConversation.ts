"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import type { Status } from "@mintreu/api/conversations/schema";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useEarlier } from "./conversation/useEarlier.ts";
import { useLiveView } from "./conversation/useLiveView.ts";
import { type Present, type Typing, usePassing } from "./conversation/usePassing.ts";
import { useReading } from "./conversation/useReading.ts";
import { useTypingNotice } from "./conversation/useTypingNotice.ts";
import { useLive } from "./LiveProvider.tsx";
import { failureOf } from "./live/failure.ts";
import type { OutboxEntry } from "./outbox/entry.ts";

export type { Present, Typing } from "./conversation/usePassing.ts";

/** How a message is sent besides its text. */
export interface SendOptions {
  status?: OutboxEntry["status"];
  visibility?: OutboxEntry["visibility"];
}

/** One conversation on a screen: what it is, and everything one can do in it. */
export interface Conversation {
  view: ConversationView;
  /** Own messages that the conversation does not hold yet; the same `clientId` becomes the event's. */
  pending: readonly OutboxEntry[];
  typing: readonly Typing[];
  /** Who else has it open. */
  viewing: readonly Present[];
  /** Up to where one had read when it was opened: the unread line stands after it. */
  unreadAfter: number;
  hasEarlier: boolean;
  loadingEarlier: boolean;
  loadEarlier: () => Promise<void>;
  send: (mode: OutboxEntry["mode"], body: string, options?: SendOptions) => void;
  retry: (clientId: string) => void;
  discard: (clientId: string) => void;
  /** The newest event is on screen; counts only while the tab has the focus. */
  markRead: () => void;
  notifyTyping: (mode: OutboxEntry["mode"]) => void;
  /** @returns why it was refused; null when it is done. */
  setStatus: (status: Status) => Promise<ReturnType<typeof failureOf> | null>;
}

/**
 * Follows a conversation: hydrated by the page, live from then on. Its component has the id as `key`.
 *
 * @returns undefined while it loads for the first time, null where there is nothing that this person may see.
 */
export function useConversation(id: string): Conversation | null | undefined {
  const { client, outbox } = useLive();
  const passing = usePassing();
  const { view: live, take, patch } = useLiveView(id, passing.take);
  const earlier = useEarlier(live);
  const { view } = earlier;
  const pending = usePending(id, view);
  const [unreadAfter, setUnreadAfter] = useState(live?.readSeq);
  if (unreadAfter === undefined && live) setUnreadAfter(live.readSeq);
  const markRead = useReading(view ?? null, patch);
  const notifyTyping = useTypingNotice(id);

  useEffect(
    () =>
      outbox.onDelivered((conversationId, event) => {
        // Ahead of what others did meanwhile, it waits for the stream to bring both in order.
        if (conversationId === id && event.seq === (live?.seq ?? 0) + 1) take(event);
      }),
    [outbox, id, live?.seq, take],
  );

  const send = useCallback<Conversation["send"]>(
    (mode, body, options) => {
      outbox.send({ conversationId: id, mode, body, ...options });
      // Whoever answers has read.
      setUnreadAfter(Number.POSITIVE_INFINITY);
    },
    [outbox, id],
  );
  const setStatus = useCallback<Conversation["setStatus"]>(
    (status) => client.trpc.conversations.setStatus.mutate({ id, status }).then(() => null, failureOf),
    [client, id],
  );
  if (!view) return view;
  return {
    ...{ view, pending, unreadAfter: unreadAfter ?? view.readSeq, send, setStatus, markRead, notifyTyping },
    ...{ typing: passing.typing, viewing: passing.viewing },
    ...{ hasEarlier: earlier.hasEarlier, loadEarlier: earlier.loadEarlier, loadingEarlier: earlier.loading },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),
  };
}

const NOTHING: readonly OutboxEntry[] = [];

/** The outbox's messages of a conversation; what the conversation holds by now is settled. */
function usePending(id: string, view: ConversationView | null | undefined): readonly OutboxEntry[] {
  const { outbox } = useLive();
  const all = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.entries,
    () => NOTHING,
  );
  const known = useMemo(() => new Set(view?.events.flatMap(({ clientId }) => clientId ?? []) ?? []), [view?.events]);
  useEffect(() => {
    if (all.some(({ clientId }) => known.has(clientId))) outbox.settle(known);
  }, [all, known, outbox]);
  return useMemo(
    () => all.filter(({ conversationId, clientId }) => conversationId === id && !known.has(clientId)),
    [all, known, id],
  );
}
