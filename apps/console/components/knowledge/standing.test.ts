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
    expect(standingOf({ state, live, publishAt })).toBe(shown);
  },
);
