import { expect, test } from "vitest";
import { ProcessLimit } from "./process-limit.ts";

test("as much as may be is let through in each window, and the rest is told when to come again", () => {
  const limit = new ProcessLimit({ windowSeconds: 60 });
  const at = (seconds: number) => limit.wait("a", { max: 2, now: seconds * 1_000 });
  expect([at(0), at(10), at(20), at(59.5)]).toEqual([0, 0, 40, 1]);
  expect([at(60), at(61), at(62)]).toEqual([0, 0, 58]);
});

test("one does not count for another", () => {
  const limit = new ProcessLimit({ windowSeconds: 60 });
  limit.take("a", { max: 1, now: 0 });
  expect(() => limit.take("a", { max: 1, now: 1 })).toThrow("RATE_LIMITED");
  expect(() => limit.take("b", { max: 1, now: 1 })).not.toThrow();
});

test("however many are counted, the newest are", () => {
  const limit = new ProcessLimit({ windowSeconds: 60 });
  for (let i = 0; i < 10_001; i++) limit.wait(String(i), { max: 1, now: 0 });
  expect(limit.wait("10000", { max: 1, now: 1 })).toBe(60);
  expect(limit.wait("0", { max: 1, now: 1 }), "the oldest made room").toBe(0);
});
