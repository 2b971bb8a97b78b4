import { DomainError } from "../core/errors.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import type { System } from "../core/system.ts";

/** Mails of reviews that one person causes another in an hour: an import, or somebody who asks and asks, would be hundreds. */
const MOST = 20;

/** Counts a mail about a review. What is one too many is not sent: what is asked of somebody stands in their list as well. */
export async function mayMailReview(system: System, { from, to }: { from: string; to: string }): Promise<boolean> {
  try {
    await takeFromLimit(system, { key: `review-mail:${from}:${to}`, max: MOST, windowSeconds: 3_600 });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "RATE_LIMITED") return false;
    throw error;
  }
}
