/** How a moment is told: as now, as a distance, or as a date. */
export type Told =
  | { kind: "now" }
  | { kind: "distance"; value: number; unit: "minute" | "hour" | "day" }
  | { kind: "date"; thisYear: boolean };

/** Chooses how to tell `then` (ms) seen from `now` (ms): a week back as a distance, then as a date. Rounds down. */
export function tell(then: number, now: number): Told {
  const seconds = (now - then) / 1000;
  // A moment slightly ahead comes from clocks that differ.
  if (Math.abs(seconds) < 60) return { kind: "now" };
  const past = Math.abs(seconds);
  const sign = seconds < 0 ? 1 : -1;
  if (past < 3600) return { kind: "distance", value: sign * Math.floor(past / 60), unit: "minute" };
  if (past < 86_400) return { kind: "distance", value: sign * Math.floor(past / 3600), unit: "hour" };
  if (past < 7 * 86_400) return { kind: "distance", value: sign * Math.floor(past / 86_400), unit: "day" };
  return { kind: "date", thisYear: new Date(then).getUTCFullYear() === new Date(now).getUTCFullYear() };
}
