import { expect, test } from "vitest";
import { standingOf } from "./standing.ts";

test.each([
  ["draft", false, null, "draft"],
  ["draft", true, null, "liveDraft"],
  ["in_review", false, null, "review"],
  ["in_review", true, null, "liveReview"],
  ["in_review", true, "2030-01-01T09:00:00Z", "liveScheduled"],
  ["draft", false, "2030-01-01T09:00:00Z", "scheduled"],
  ["published", true, null, "live"],
  ["archived", false, null, "archived"],
] as const)(
  "an article in %s that readers have: %s, to be published at %s, is shown as %4$s",
  (state, live, publishAt, shown) => {
    expect(standingOf({ state, live, publishAt, sentBack: null })).toBe(shown);
  },
);

test("a draft that a reviewer sent back is no draft like any other, unless it is to be published all the same", () => {
  const sentBack = { by: "Colin", reason: "Which menu?" };
  const draft = { state: "draft", publishAt: null, sentBack } as const;
  expect(standingOf({ ...draft, live: false })).toBe("sentBack");
  expect(standingOf({ ...draft, live: true })).toBe("liveSentBack");
  expect(standingOf({ ...draft, live: true, publishAt: "2030-01-01T09:00:00Z" })).toBe("liveScheduled");
});
