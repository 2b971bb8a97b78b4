import type { ViewEvent } from "@mintreu/api/conversations/events";
import type { ConversationView } from "@mintreu/api/conversations/get";
import { expect, test } from "vitest";
import { advance, advanceMarks, withEarlier } from "./advance.ts";

const base = {
  ...{ seq: 2, status: "open", requesterReadSeq: 1, agentReadSeq: 1, events: [], desk: { id: "d1", name: "One" } },
  viewer: { personId: "p", side: "agents" },
  actions: ["reply", "note", "assign", "prioritise", "set-status", "mark-read"],
  transitions: ["pending", "on_hold", "resolved"],
} as unknown as ConversationView;

const event = (seq: number, kind: string, data: object): ViewEvent =>
  ({ seq, kind, data, actor: { id: "q", name: "Q", side: "agents" }, own: false }) as unknown as ViewEvent;

const status = (seq: number, to: string) => event(seq, "status_changed", { from: "open", to });

test("a closed conversation offers nothing but reading", () => {
  const { actions, transitions } = advance(base, status(3, "closed"));
  expect(actions).toEqual(["mark-read"]);
  expect(transitions).toEqual([]);
});

test("the statuses on offer follow the status", () => {
  expect(advance(base, status(3, "resolved")).transitions).toEqual(["open", "pending", "on_hold", "closed"]);
});

test("in another desk's hands, what only its holder may do is no longer offered", () => {
  const data = { from: null, to: null, toName: null, fromDesk: "d1", toDesk: "d2", toDeskName: "Two" };
  const { actions, transitions } = advance(base, event(3, "assigned", data));
  expect(actions).toEqual(["note", "mark-read"]);
  expect(transitions).toEqual([]);
});

test("a requester may ask again only once it is closed", () => {
  const requester = { ...base, viewer: { personId: "p", side: "requester" } } as ConversationView;
  expect(advance(requester, status(3, "resolved")).actions).not.toContain("follow-up");
  expect(advance(requester, status(3, "closed")).actions).toContain("follow-up");
});

test("the same event twice changes nothing, and marks never go back", () => {
  const once = advance(base, status(3, "resolved"));
  expect(advance(once, status(3, "resolved"))).toBe(once);
  expect(advanceMarks(once, { requesterReadSeq: 1, agentReadSeq: 1 })).toBe(once);
});

test("earlier events stand before the ones known, without what is known already", () => {
  const view = { ...base, events: [status(5, "pending")] };
  const seqs = withEarlier(view, [status(3, "open"), status(4, "open"), status(5, "open")]).events.map(
    ({ seq }) => seq,
  );
  expect(seqs).toEqual([3, 4, 5]);
});
