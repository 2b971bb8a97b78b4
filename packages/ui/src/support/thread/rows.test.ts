import type { ViewEvent } from "@mintreu/api/conversations/events";
import { expect, test } from "vitest";
import type { OutboxEntry } from "../outbox/entry.ts";
import { arrange } from "./rows.ts";

const dayOf = (at: string) => at.slice(0, 10);

function message(seq: number, by: string, minute: number, own = false): ViewEvent {
  const actor = { id: by, name: by, side: own ? "requester" : "agents" } as const;
  const at = new Date(Date.UTC(2026, 4, 1, 10, minute)).toISOString();
  return {
    seq,
    kind: "message",
    visibility: "public",
    actor,
    own,
    clientId: own ? `c${seq}` : null,
    at,
    data: { body: "x" },
  };
}

const queued: OutboxEntry = {
  ...{ clientId: "c9", personId: "me", conversationId: "1", mode: "reply", body: "y", state: "queued" },
  createdAt: "2026-05-01T10:03:00.000Z",
};

test("messages of one author within five minutes stand under one name", () => {
  const events = [message(1, "ann", 0), message(2, "ann", 4), message(3, "ann", 30), message(4, "bob", 31)];
  const rows = arrange({ events, pending: [], unreadAfter: 9, dayOf });
  expect(rows.map((row) => (row.type === "text" ? row.first : row.type))).toEqual(["day", true, false, true, true]);
});

test("the unread line stands before the first message of another that was not read", () => {
  const events = [message(1, "ann", 0), message(2, "me", 1, true), message(3, "ann", 2), message(4, "ann", 3)];
  const rows = arrange({ events, pending: [], unreadAfter: 1, dayOf });
  expect(rows.map(({ key }) => key)).toEqual(["day 2026-05-01", "1", "c2", "unread", "3", "4"]);
});

test("a message keeps its key and its place in the group when it is confirmed", () => {
  const before = arrange({ events: [message(8, "me", 2, true)], pending: [queued], unreadAfter: 9, dayOf });
  const event = { ...message(9, "me", 3, true) };
  const after = arrange({ events: [message(8, "me", 2, true), event], pending: [], unreadAfter: 9, dayOf });
  expect(before.map(({ key }) => key)).toEqual(after.map(({ key }) => key));
  expect(before.at(-1)).toMatchObject({ first: false });
  expect(after.at(-1)).toMatchObject({ first: false });
});
