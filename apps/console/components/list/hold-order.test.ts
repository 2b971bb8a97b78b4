import type { ListRow } from "@mintreu/api/conversations/list-sql";
import { expect, test } from "vitest";
import { holdOrder } from "./hold-order.ts";

const row = (id: string, at: number, subject = id): ListRow => ({
  ...{ id, subject, number: 1, status: "open", priority: "normal", preview: "", unread: false },
  requester: { id: "r", name: "Rosa" },
  ...{ assignee: null, product: null, desk: { id: "d", name: "Desk" } },
  lastEventAt: new Date(at * 60_000).toISOString(),
});
const ids = (rows: readonly ListRow[]) => rows.map(({ id }) => id).join(" ");

const shown = [row("a", 9), row("b", 8), row("c", 7)];

test("rows keep their order and show what they are now", () => {
  const { rows, updates } = holdOrder(shown, [row("c", 10, "renamed"), row("a", 9), row("b", 8)]);
  expect(ids(rows)).toBe("a b c");
  expect(rows[2]?.subject).toBe("renamed");
  expect(updates).toBe(1);
});

test("what is new above waits and is counted", () => {
  const { rows, updates } = holdOrder(shown, [row("n", 11), row("m", 10), ...shown]);
  expect(ids(rows)).toBe("a b c");
  expect(updates).toBe(2);
});

test("a further page is added at the end at once, and is no update", () => {
  const { rows, updates } = holdOrder(shown, [...shown, row("d", 6), row("e", 5)]);
  expect(ids(rows)).toBe("a b c d e");
  expect(updates).toBe(0);
});

test("what left the list stays in its place, marked", () => {
  const { rows, updates } = holdOrder(shown, [row("a", 9), row("c", 7)]);
  expect(rows.map(({ left }) => left)).toEqual([false, true, false]);
  expect(updates).toBe(1);
});

test("activity in the first row moves nothing, so there is nothing to offer", () => {
  expect(holdOrder(shown, [row("a", 12), row("b", 8), row("c", 7)]).updates).toBe(0);
});

test("the last row moving to the top does not make what is new look like a further page", () => {
  const { rows, updates } = holdOrder(shown, [row("c", 12), row("n", 11), row("a", 9), row("b", 8)]);
  expect(ids(rows)).toBe("a b c");
  expect(updates).toBe(2);
});

test("an empty list takes what comes", () => {
  expect(holdOrder([], shown)).toEqual({ rows: shown.map((each) => ({ ...each, left: false })), updates: 0 });
});
