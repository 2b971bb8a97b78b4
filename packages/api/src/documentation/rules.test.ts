import { expect, test } from "vitest";
import { type Checked, FAILURES, judged, outcomeOf } from "./rules.ts";

const NEW: Checked = { state: "unchecked", problem: null, failures: 0 };
const GOOD: Checked = { state: "alive", problem: null, failures: 0 };
const failed = (problem: string) => ({ kind: "failed", problem }) as const;

test("a good link is broken only after it failed again and again, and good again at once", () => {
  let link = GOOD;
  for (let i = 1; i < FAILURES; i++) {
    link = judged(link, failed("404"));
    expect(link).toEqual({ state: "alive", problem: "404", failures: i });
  }
  link = judged(link, failed("503"));
  expect(link).toEqual({ state: "broken", problem: "503", failures: FAILURES });
  expect(judged(link, { kind: "alive" })).toEqual(GOOD);
});

test("a new link that leads nowhere is broken at once, one that does not answer gets more chances", () => {
  for (const problem of ["404", "410", "unknown-host"]) expect(judged(NEW, failed(problem)).state).toBe("broken");
  for (const problem of ["500", "timeout"]) expect(judged(NEW, failed(problem)).state).toBe("unchecked");
});

test("what becomes a private address is refused, and may come back", () => {
  const refused = judged(GOOD, { kind: "refused", problem: "private-address" });
  expect(refused).toEqual({ state: "refused", problem: "private-address", failures: 0 });
  expect(judged(refused, failed("timeout")).state).toBe("unchecked");
  expect(judged(refused, { kind: "alive" }).state).toBe("alive");
});

test("whoever asks for a sign-in is there", () => {
  for (const status of [200, 204, 302, 401, 403, 429]) expect(outcomeOf(status)).toEqual({ kind: "alive" });
  for (const status of [400, 404, 410, 500, 503]) expect(outcomeOf(status)).toEqual(failed(String(status)));
});
