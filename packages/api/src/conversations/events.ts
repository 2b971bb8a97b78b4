import type { Priority, Status } from "./schema.ts";

/** What each kind of event carries. Adding a kind fails to compile until fold, projection and every screen know it. */
export interface EventData {
  opened: { body: string; article?: ReadBefore };
  message: { body: string };
  note: { body: string };
  status_changed: { from: Status; to: Status };
  priority_changed: { from: Priority; to: Priority };
  assigned: Assignment;
  follow_up_opened: { conversationId: string; number: number };
}

/** An article that the requester had read and asked all the same, as it was then. */
export interface ReadBefore {
  id: string;
  slug: string;
  title: string;
}

/** Who and which desk held a conversation before and after; the names are those of the moment. */
export interface Assignment {
  from: string | null;
  to: string | null;
  toName: string | null;
  fromDesk: string;
  toDesk: string;
  toDeskName: string;
}

export type EventKind = keyof EventData;
export type Visibility = "public" | "agents" | "desk";

interface EventHead {
  conversationId: string;
  /** 1, 2, 3 … in each conversation, without a gap. */
  seq: number;
  visibility: Visibility;
  actorId: string;
  actorName: string;
  /** The desk the actor wrote for; null for the requester. */
  deskId: string | null;
  clientId: string | null;
  /** ISO 8601, UTC. */
  at: string;
}

/** One event as it is stored, with its actor's name. */
export type StoredEvent = { [Kind in EventKind]: EventHead & { kind: Kind; data: EventData[Kind] } }[EventKind];

/** One event as a viewer gets it; `own` is for "you", `side` for left and right. */
export type ViewEvent = { [Kind in EventKind]: ViewHead & { kind: Kind; data: EventData[Kind] } }[EventKind];

interface ViewHead {
  seq: number;
  visibility: Visibility;
  actor: { id: string; name: string; side: Side };
  own: boolean;
  clientId: string | null;
  at: string;
}

export type Side = "requester" | "agents";

/** Who looks at a conversation, as loaded with it. */
export interface Viewer {
  personId: string;
  side: Side;
  /** The desks whose `desk` notes they may see; an admin sees every desk's. */
  deskIds: readonly string[];
  oversees: boolean;
}

/**
 * The only way an event leaves for a viewer, live, fetched, mailed or counted.
 *
 * @returns what the viewer may see of it; null where that is nothing.
 */
export function project(event: StoredEvent, viewer: Viewer): ViewEvent | null {
  if (!maySee(event, viewer)) return null;
  const own = event.actorId === viewer.personId;
  return {
    seq: event.seq,
    kind: event.kind,
    visibility: event.visibility,
    actor: { id: event.actorId, name: event.actorName, side: event.deskId === null ? "requester" : "agents" },
    own,
    clientId: own ? event.clientId : null,
    at: event.at,
    data: dataFor(event, viewer),
  } as ViewEvent;
}

/** A requester learns which desk has their conversation, not who in it. */
function dataFor(event: StoredEvent, viewer: Viewer): StoredEvent["data"] {
  if (event.kind !== "assigned" || viewer.side === "agents") return event.data;
  return { ...event.data, from: null, to: null, toName: null };
}

function maySee(event: Pick<StoredEvent, "visibility" | "deskId">, viewer: Viewer): boolean {
  switch (event.visibility) {
    case "public":
      return true;
    case "agents":
      return viewer.side === "agents";
    case "desk":
      return viewer.side === "agents" && (viewer.oversees || viewer.deskIds.includes(event.deskId ?? ""));
  }
}

/**
 * Up to where the agents have read, as a viewer may know it: to a requester no further than what they see themselves, or it
 * would tell when a note was written.
 */
export function agentMark(agentReadSeq: number, viewer: Viewer, lastPublicSeq: number): number {
  return viewer.side === "requester" ? Math.min(agentReadSeq, lastPublicSeq) : agentReadSeq;
}

/** What a viewer's client keeps of a conversation and its events change. */
export interface ConversationState {
  seq: number;
  status: Status;
  /** Null for a requester: the order in which desks work is theirs. */
  priority: Priority | null;
  /** Null for a requester, too. */
  assignee: { id: string; name: string } | null;
  desk: { id: string; name: string };
  followUp: { id: string; number: number } | null;
  /** Up to where the requester and the agents have read. */
  requesterReadSeq: number;
  agentReadSeq: number;
  events: readonly ViewEvent[];
}

/**
 * The state after an event. Pure, and the same for the sender and everyone else; an event that the state holds
 * already changes nothing.
 */
export function applyEvent<State extends ConversationState>(state: State, event: ViewEvent): State {
  if (event.seq <= state.seq && state.events.some((known) => known.seq === event.seq)) return state;
  const next = { ...state, seq: Math.max(state.seq, event.seq), events: insert(state.events, event) };
  if (event.seq < state.seq) return next;
  // Who writes has read what stands above.
  if (event.actor.side === "requester") next.requesterReadSeq = Math.max(next.requesterReadSeq, event.seq);
  else next.agentReadSeq = Math.max(next.agentReadSeq, event.seq);
  return applyKind(next, event);
}

function applyKind<State extends ConversationState>(state: State, event: ViewEvent): State {
  switch (event.kind) {
    case "opened":
    case "message":
    case "note":
      return state;
    case "status_changed":
      return { ...state, status: event.data.to };
    case "priority_changed":
      return { ...state, priority: event.data.to };
    case "assigned": {
      const { to, toName, toDesk, toDeskName } = event.data;
      const assignee = to === null ? null : { id: to, name: toName ?? "" };
      return { ...state, assignee, desk: { id: toDesk, name: toDeskName } };
    }
    case "follow_up_opened":
      return { ...state, followUp: { id: event.data.conversationId, number: event.data.number } };
  }
}

function insert(events: readonly ViewEvent[], event: ViewEvent): readonly ViewEvent[] {
  const after = events.findLastIndex((known) => known.seq < event.seq) + 1;
  return [...events.slice(0, after), event, ...events.slice(after)];
}

/** Something that passes through a conversation and is not kept. */
export type Passing =
  | { type: "typing"; person: { id: string; name: string; side: Side }; mode: "reply" | "note" }
  | { type: "viewing"; person: { id: string; name: string; side: Side }; here: boolean; asks: boolean };

/** What a live conversation sends: numbered events, reading marks, and passing things. */
export type LiveItem =
  | { type: "event"; event: ViewEvent }
  | { type: "read"; requesterReadSeq: number; agentReadSeq: number }
  | Passing;
