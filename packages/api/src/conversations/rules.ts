import type { Role } from "../core/actor.ts";
import type { Side, StoredEvent, Viewer } from "./events.ts";
import type { Priority, Status } from "./schema.ts";

/** A conversation as use cases load, decide on and change it. */
export interface Conversation {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly requesterId: string;
  readonly productId: string | null;
  status: Status;
  priority: Priority;
  /** The desk that holds it. */
  deskId: string;
  assigneeId: string | null;
  tier: number;
  seq: number;
  publicSeq: number;
  requesterSeq: number;
  requesterReadSeq: number;
  agentReadSeq: number;
  /** Every desk taking part. */
  deskIds: readonly string[];
}

/** What one may want to do to a conversation. */
export type Action = "view" | "reply" | "note" | "assign" | "prioritise" | "set-status" | "mark-read" | "follow-up";

/** Who wants it: their role and the desks they are a member of, as loaded with the conversation. */
export interface Standing {
  readonly personId: string;
  readonly role: Role;
  readonly app: "customer" | "console";
  readonly deskIds: readonly string[];
  /** The platform's desk: what an admin does in another's conversation is written for it. */
  readonly platformDeskId: string;
}

/**
 * How a person stands to a conversation.
 *
 * @returns null where they may not know that it exists.
 */
export function viewerOf(
  standing: Standing,
  conversation: Pick<Conversation, "requesterId" | "deskIds">,
): Viewer | null {
  const { personId, role, app } = standing;
  if (app === "customer") {
    return conversation.requesterId === personId ? { personId, side: "requester", deskIds: [], oversees: false } : null;
  }
  const deskIds = conversation.deskIds.filter((deskId) => standing.deskIds.includes(deskId));
  const oversees = role === "admin";
  return oversees || deskIds.length > 0 ? { personId, side: "agents", deskIds, oversees } : null;
}

/** Whether a viewer may do something to a conversation that they see. */
export function may(viewer: Viewer, conversation: Pick<Conversation, "deskId" | "status">, action: Action): boolean {
  const holds = viewer.deskIds.includes(conversation.deskId);
  const takesPart = viewer.deskIds.length > 0;
  const requests = viewer.side === "requester";
  switch (action) {
    case "view":
      return true;
    case "reply":
    case "set-status":
      return requests || holds;
    case "note":
      return takesPart;
    case "mark-read":
      return requests || takesPart;
    case "prioritise":
      return holds;
    case "assign":
      return holds || viewer.oversees;
    case "follow-up":
      return requests && conversation.status === "closed";
  }
}

/** The newest event that everybody sees. */
export function lastPublicSeq({ publicSeq, requesterSeq }: Pick<Conversation, "publicSeq" | "requesterSeq">): number {
  return Math.max(publicSeq, requesterSeq);
}

/** Every action a viewer may take now, for the screen to offer. */
export function allowedActions(viewer: Viewer, conversation: Pick<Conversation, "deskId" | "status">): Action[] {
  const closed = conversation.status === "closed";
  const all: Action[] = ["reply", "note", "assign", "prioritise", "set-status", "mark-read", "follow-up"];
  const whileClosed = new Set<Action>(["mark-read", "follow-up"]);
  return all.filter((action) => may(viewer, conversation, action) && (!closed || whileClosed.has(action)));
}

/** The desk that an agent's event is written for: the holding one where they are its member; null for the requester. */
export function writesFor(
  viewer: Viewer,
  conversation: Pick<Conversation, "deskId">,
  platformDeskId: string,
): string | null {
  if (viewer.side === "requester") return null;
  return viewer.deskIds.find((deskId) => deskId === conversation.deskId) ?? viewer.deskIds[0] ?? platformDeskId;
}

const AGENT_TRANSITIONS: Record<Status, readonly Status[]> = {
  new: ["open", "pending", "on_hold", "resolved"],
  open: ["pending", "on_hold", "resolved"],
  pending: ["open", "on_hold", "resolved"],
  on_hold: ["open", "pending", "resolved"],
  resolved: ["open", "pending", "on_hold", "closed"],
  closed: [],
};

const REQUESTER_TRANSITIONS: Record<Status, readonly Status[]> = {
  new: ["resolved"],
  open: ["resolved"],
  pending: ["resolved"],
  on_hold: ["resolved"],
  resolved: ["open"],
  closed: [],
};

/** The statuses that a side may change a conversation to. */
export function transitions(side: Side, from: Status): readonly Status[] {
  return side === "requester" ? REQUESTER_TRANSITIONS[from] : AGENT_TRANSITIONS[from];
}

/**
 * The status a conversation has after a reply that names none.
 *
 * A requester's reply to one that waited opens it; an agent's first reply takes it from new to open.
 */
export function statusAfterReply(side: Side, from: Status): Status {
  if (side === "requester") return from === "new" ? "new" : "open";
  return from === "new" ? "open" : from;
}

/** The conversation's columns after an event: they are what its events add up to. */
export function fold(conversation: Conversation, event: StoredEvent): Conversation {
  const next: Conversation = { ...conversation, seq: event.seq };
  if (event.deskId === null) {
    next.requesterSeq = event.seq;
    next.requesterReadSeq = event.seq;
  } else {
    if (event.visibility === "public") next.publicSeq = event.seq;
    next.agentReadSeq = event.seq;
  }
  switch (event.kind) {
    case "opened":
    case "message":
    case "note":
    case "follow_up_opened":
      return next;
    case "status_changed":
      return { ...next, status: event.data.to };
    case "priority_changed":
      return { ...next, priority: event.data.to };
    case "assigned":
      return {
        ...next,
        assigneeId: event.data.to,
        deskId: event.data.toDesk,
        deskIds: [...new Set([...conversation.deskIds, event.data.toDesk])],
      };
  }
}
