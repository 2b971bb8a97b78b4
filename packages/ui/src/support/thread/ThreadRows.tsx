"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLive } from "../LiveProvider.tsx";
import type { Conversation } from "../useConversation.ts";
import { EventLine } from "./EventLine.tsx";
import { MessageRow, type MessageRowProps } from "./MessageRow.tsx";
import { DeliveredState, PendingState } from "./MessageState.tsx";
import type { ThreadRow } from "./rows.ts";

/** What the rows take. */
export interface ThreadRowsProps {
  rows: readonly ThreadRow[];
  conversation: Conversation;
  hrefOf: (conversationId: string) => string;
}

/** The rows of a thread, in order. */
export function ThreadRows({ rows, conversation, hrefOf }: ThreadRowsProps) {
  const { side } = conversation.view.viewer;
  const newestOwn = rows.findLast((row) => row.type === "text" && row.event.own)?.key;
  const show = (row: ThreadRow): ReactNode => {
    switch (row.type) {
      case "day":
        return <Day key={row.key} at={row.at} />;
      case "unread":
        return <UnreadLine key={row.key} />;
      case "line":
        return <EventLine key={row.key} event={row.event} side={side} hrefOf={hrefOf} />;
      case "text":
      case "pending":
        return <Message key={row.key} row={row} newestOwn={row.key === newestOwn} conversation={conversation} />;
    }
  };
  return rows.map(show);
}

interface MessageProps {
  row: Extract<ThreadRow, { type: "text" | "pending" }>;
  newestOwn: boolean;
  conversation: Conversation;
}

/** Pending or arrived: one component, so that nothing flickers when the one becomes the other. */
function Message({ row, newestOwn, conversation }: MessageProps) {
  const { me } = useLive();
  const props = row.type === "text" ? arrived(row, newestOwn, conversation.view) : unsent(row, me.name, conversation);
  return <MessageRow first={row.first} {...props} />;
}

type RowProps = Omit<MessageRowProps, "first">;

function arrived({ event }: TextRow, newestOwn: boolean, view: Conversation["view"]): RowProps {
  const { requesterReadSeq, agentReadSeq, viewer } = view;
  const readByOthers = viewer.side === "requester" ? agentReadSeq : requesterReadSeq;
  const note = event.kind === "note" ? (event.visibility === "desk" ? "desk" : "agents") : null;
  return {
    author: event.actor.name,
    own: event.own,
    ourSide: event.actor.side === viewer.side,
    requester: event.actor.side === "requester",
    at: event.at,
    text: event.data.body,
    article: event.kind === "opened" ? event.data.article : undefined,
    note,
    state: newestOwn && !note && <DeliveredState read={readByOthers >= event.seq} />,
  };
}

function unsent({ entry }: PendingRow, author: string, { retry, discard, view }: Conversation): RowProps {
  const note = entry.mode === "note" ? (entry.visibility ?? "agents") : null;
  const { clientId } = entry;
  const state = <PendingState entry={entry} onRetry={() => retry(clientId)} onDiscard={() => discard(clientId)} />;
  return {
    ...{ author, own: true, ourSide: true, requester: view.viewer.side === "requester" },
    ...{ at: entry.createdAt, text: entry.body, note },
    pending: entry.state === "queued" || entry.state === "sending",
    state: note && entry.state === "sent" ? null : state,
  };
}

type TextRow = Extract<ThreadRow, { type: "text" }>;
type PendingRow = Extract<ThreadRow, { type: "pending" }>;

function Day({ at }: { at: string }) {
  const format = useFormatter();
  return (
    <li className="mt-6 mb-1 flex items-center gap-3 font-medium text-muted text-xs first:mt-0">
      <span aria-hidden className="h-px flex-1 bg-border" />
      <time dateTime={at} suppressHydrationWarning>
        {format.dateTime(new Date(at), { weekday: "long", day: "numeric", month: "long", year: "numeric" })}
      </time>
      <span aria-hidden className="h-px flex-1 bg-border" />
    </li>
  );
}

function UnreadLine() {
  const t = useTranslations("thread");
  return (
    <li data-unread-line className="mt-5 flex scroll-mt-4 items-center gap-3 font-semibold text-accent text-xs">
      <span aria-hidden className="h-px flex-1 bg-accent" />
      {t("unread")}
      <span aria-hidden className="h-px flex-1 bg-accent" />
    </li>
  );
}
