import { DomainError } from "../core/errors.ts";
import { networkOf, type ReaderContext } from "../core/reader.ts";

/** Searches from one network in a minute: one for each key that a few fast typists press. */
const MOST = 600;
const MINUTE = 60_000;
/** Networks that are counted at once: it must not be what fills the memory. */
const MOST_NETWORKS = 10_000;

interface Window {
  since: number;
  searches: number;
}

const windows = new Map<string, Window>();

/**
 * Counts a visitor's search. In this process alone: writing it down would cost more than the search.
 *
 * @throws RATE_LIMITED
 */
export function allowVisitor(context: ReaderContext): void {
  if (context.actor) return;
  const network = networkOf(context);
  const now = context.system.clock().getTime();
  const known = windows.get(network);
  const window = known && now - known.since < MINUTE ? known : { since: now, searches: 0 };
  if (window !== known) {
    windows.delete(network);
    const [oldest] = windows.keys();
    if (windows.size >= MOST_NETWORKS && oldest !== undefined) windows.delete(oldest);
    windows.set(network, window);
  }
  window.searches++;
  if (window.searches <= MOST) return;
  throw new DomainError("RATE_LIMITED", { retryAfterSeconds: Math.ceil((window.since + MINUTE - now) / 1000) });
}
