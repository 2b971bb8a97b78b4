import type { LinkState } from "./schema.ts";

/** How often in a row a link may fail before readers are warned. */
export const FAILURES = 3;

/** What asking a link came to. */
export type Outcome =
  | { kind: "alive" }
  /** It is no public address and was not asked. */
  | { kind: "refused"; problem: string }
  | { kind: "failed"; problem: string };

/** What the checks have found so far. */
export interface Checked {
  state: LinkState;
  problem: string | null;
  failures: number;
}

/** These mean that there is nothing, rather than that it cannot be had at the moment. */
const DEFINITE = new Set(["404", "410", "unknown-host"]);

/**
 * What a link is after one more check. One bad minute is not the end of a link that was good; one that was never good and
 * leads nowhere is broken at once, while its developer still looks.
 */
export function judged({ state, failures }: Checked, outcome: Outcome): Checked {
  if (outcome.kind === "alive") return { state: "alive", problem: null, failures: 0 };
  const { problem } = outcome;
  if (outcome.kind === "refused") return { state: "refused", problem, failures: 0 };
  const again = failures + 1;
  const broken = again >= FAILURES || (state === "unchecked" && DEFINITE.has(problem));
  // What was refused has become a public address: whether it is alive is open.
  return { state: broken ? "broken" : state === "refused" ? "unchecked" : state, problem, failures: again };
}

/** What a status says about a link: whoever wants a sign-in, or fewer requests, is there. */
export function outcomeOf(status: number): Outcome {
  const alive = (status >= 200 && status < 400) || status === 401 || status === 403 || status === 429;
  return alive ? { kind: "alive" } : { kind: "failed", problem: String(status) };
}
