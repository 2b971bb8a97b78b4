import { ProcessLimit } from "../core/process-limit.ts";
import { networkOf, type ReaderContext } from "../core/reader.ts";

/** Searches from one network in a minute: one for each key that a few fast typists press. */
const MOST = 600;

const searches = new ProcessLimit({ windowSeconds: 60 });

/**
 * Counts a visitor's search.
 *
 * @throws RATE_LIMITED
 */
export function allowVisitor(context: ReaderContext): void {
  if (context.actor) return;
  searches.take(networkOf(context), { max: MOST, now: context.system.clock().getTime() });
}
