import type { ArticleRow } from "@mintreu/api/articles/schema";

/** How an article stands: what its readers have, and what is under way behind it. */
export type Standing =
  | "draft"
  | "sentBack"
  | "review"
  | "scheduled"
  | "live"
  | "liveDraft"
  | "liveSentBack"
  | "liveReview"
  | "liveScheduled"
  | "archived";

/** What of an article says how it stands. */
export type Stands = Pick<ArticleRow, "state" | "live" | "publishAt" | "sentBack">;

/** Both at once: `state` is about the newest words, `live` about readers. */
export function standingOf({ state, live, publishAt, sentBack }: Stands): Standing {
  if (state === "archived") return "archived";
  if (state === "published") return "live";
  if (publishAt) return live ? "liveScheduled" : "scheduled";
  if (state === "in_review") return live ? "liveReview" : "review";
  if (sentBack) return live ? "liveSentBack" : "sentBack";
  return live ? "liveDraft" : "draft";
}
