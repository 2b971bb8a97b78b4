import { isWithinLimit } from "../core/rate-limit.ts";
import type { System } from "../core/system.ts";

/** Mails of reviews that one person causes another in an hour: an import, or somebody who asks and asks, would be hundreds. */
const MOST = 20;

/** Counts a mail about a review. What is one too many is not sent: what is asked of somebody stands in their list as well. */
export function mayMailReview(system: System, { from, to }: { from: string; to: string }): Promise<boolean> {
  return isWithinLimit(system, { key: `review-mail:${from}:${to}`, max: MOST, windowSeconds: 3_600 });
}
