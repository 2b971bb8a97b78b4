import { applyEvent, type LiveItem, type ViewEvent } from "@mintreu/api/conversations/events";
import type { ConversationView } from "@mintreu/api/conversations/get";
import { type Action, allowedActions, transitions } from "@mintreu/api/conversations/rules";

type ReadMarks = Pick<Extract<LiveItem, { type: "read" }>, "requesterReadSeq" | "agentReadSeq">;

/** What a viewer may still do to a conversation that is closed, or whose desk has changed until the server has told. */
const WHILE_CLOSED: readonly Action[] = ["mark-read", "follow-up"];
const WHATEVER_DESK: readonly Action[] = ["note", "mark-read"];

/** A conversation's screen after an event: its state, and what the viewer may do as it now stands. */
export function advance(view: ConversationView, event: ViewEvent): ConversationView {
  const next = applyEvent(view, event);
  return next === view ? view : { ...next, ...standing(next, view) };
}

/** Moves the reading marks; they never go back. */
export function advanceMarks(view: ConversationView, marks: ReadMarks): ConversationView {
  const requesterReadSeq = Math.max(view.requesterReadSeq, marks.requesterReadSeq);
  const agentReadSeq = Math.max(view.agentReadSeq, marks.agentReadSeq);
  return requesterReadSeq === view.requesterReadSeq && agentReadSeq === view.agentReadSeq
    ? view
    : { ...view, requesterReadSeq, agentReadSeq };
}

/** Puts events from further back before the ones known. */
export function withEarlier(view: ConversationView, earlier: readonly ViewEvent[]): ConversationView {
  const first = view.events[0]?.seq ?? Number.POSITIVE_INFINITY;
  const before = earlier.filter(({ seq }) => seq < first);
  return before.length === 0 ? view : { ...view, events: [...before, ...view.events] };
}

/** Whether what the viewer may do has to be asked anew: another desk holds it now. */
export function changedHands(view: ConversationView, event: ViewEvent): boolean {
  return event.kind === "assigned" && view.viewer.side === "agents" && event.data.fromDesk !== event.data.toDesk;
}

function standing(next: ConversationView, before: ConversationView): Pick<ConversationView, "actions" | "transitions"> {
  const { side, personId } = next.viewer;
  const { status, desk } = next;
  if (side === "requester") {
    const viewer = { personId, side, deskIds: [], oversees: false };
    return { actions: allowedActions(viewer, { deskId: desk.id, status }), transitions: transitions(side, status) };
  }
  const kept = desk.id === before.desk.id ? before.actions : before.actions.filter((a) => WHATEVER_DESK.includes(a));
  const actions = status === "closed" ? kept.filter((action) => WHILE_CLOSED.includes(action)) : kept;
  return { actions, transitions: actions.includes("set-status") ? transitions(side, status) : [] };
}
