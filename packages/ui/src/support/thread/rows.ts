import type { ViewEvent } from "@mintreu/api/conversations/events";
import type { OutboxEntry } from "../outbox/entry.ts";

type MessageKind = "opened" | "message" | "note";
/** An event that is a text somebody wrote. */
export type TextEvent = Extract<ViewEvent, { kind: MessageKind }>;
/** An event that says what changed. */
export type LineEvent = Exclude<ViewEvent, { kind: MessageKind }>;

interface Row {
  /** Stays the same when a pending message becomes an event. */
  key: string;
}

/** What a thread shows, from top to bottom. */
export type ThreadRow =
  | (Row & { type: "day"; at: string })
  | (Row & { type: "unread" })
  | (Row & { type: "line"; event: LineEvent })
  /** `first` of its author's group carries the name. */
  | (Row & { type: "text"; event: TextEvent; first: boolean })
  | (Row & { type: "pending"; entry: OutboxEntry; first: boolean });

interface Shown {
  events: readonly ViewEvent[];
  pending: readonly OutboxEntry[];
  /** The unread line stands before the first event after this that somebody else made. */
  unreadAfter: number;
  /** The day of a moment, in the viewer's time zone: two are the same day when their texts are equal. */
  dayOf: (at: string) => string;
}

/** Messages of one author this close together (ms) stand under one name. */
const TOGETHER = 5 * 60_000;

/** Arranges a conversation for reading: by day, grouped by author, with the unread line, what is pending last. */
export function arrange({ events, pending, unreadAfter, dayOf }: Shown): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let day: string | null = null;
  let unreadShown = false;
  const startDay = (at: string) => {
    const today = dayOf(at);
    if (today !== day) rows.push({ type: "day", key: `day ${today}`, at });
    day = today;
  };
  for (const event of events) {
    startDay(event.at);
    if (!unreadShown && event.seq > unreadAfter && !event.own && isText(event)) {
      rows.push({ type: "unread", key: "unread" });
      unreadShown = true;
    }
    rows.push(isText(event) ? textRow(event, rows.at(-1)) : { type: "line", key: `${event.seq}`, event });
  }
  for (const entry of pending) {
    startDay(entry.createdAt);
    rows.push({ type: "pending", key: entry.clientId, entry, first: !continues(rows.at(-1), entry) });
  }
  return rows;
}

function isText(event: ViewEvent): event is TextEvent {
  return event.kind === "opened" || event.kind === "message" || event.kind === "note";
}

function textRow(event: TextEvent, before: ThreadRow | undefined): ThreadRow {
  const first =
    before?.type !== "text" ||
    before.event.actor.id !== event.actor.id ||
    (before.event.kind === "note") !== (event.kind === "note") ||
    before.event.visibility !== event.visibility ||
    Date.parse(event.at) - Date.parse(before.event.at) > TOGETHER;
  return { type: "text", key: event.clientId ?? `${event.seq}`, event, first };
}

function continues(before: ThreadRow | undefined, { mode, createdAt }: OutboxEntry): boolean {
  const note = mode === "note";
  if (before?.type === "pending") return (before.entry.mode === "note") === note;
  if (before?.type !== "text" || !before.event.own || (before.event.kind === "note") !== note) return false;
  return Date.parse(createdAt) - Date.parse(before.event.at) <= TOGETHER;
}
