import { expect, test } from "vitest";
import { tell } from "./relative.ts";

const now = Date.UTC(2026, 5, 15, 12);
const minute = 60_000;

test.each([
  ["this moment", 0, { kind: "now" }],
  ["a clock that is ahead", -20_000, { kind: "now" }],
  ["59 s", 59_000, { kind: "now" }],
  ["a minute", minute, { kind: "distance", value: -1, unit: "minute" }],
  ["59 min", 59.9 * minute, { kind: "distance", value: -59, unit: "minute" }],
  ["2 h", 120 * minute, { kind: "distance", value: -2, unit: "hour" }],
  ["6 days", 6 * 1440 * minute, { kind: "distance", value: -6, unit: "day" }],
  ["in 3 h", -180 * minute, { kind: "distance", value: 3, unit: "hour" }],
  ["8 days", 8 * 1440 * minute, { kind: "date", thisYear: true }],
  ["a year", 366 * 1440 * minute, { kind: "date", thisYear: false }],
])("%s ago is told well", (_, back, expected) => expect(tell(now - back, now)).toEqual(expected));
