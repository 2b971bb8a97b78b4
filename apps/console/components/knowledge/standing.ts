import type { ArticleRow } from "@mintreu/api/articles/schema";

/** How an article stands: what its readers have, and what is under way behind it. */
export type Standing =
  | "draft"
  | "review"
  | "scheduled"
  | "live"
  | "liveDraft"
  | "liveReview"
  | "liveScheduled"
  | "archived";

/** Both at once: `state` is about the newest words, `live` about readers. */
export function standingOf({ state, live, publishAt }: Pick<ArticleRow, "state" | "live" | "publishAt">): Standing {
  if (state === "archived") return "archived";
  if (state === "published") return "live";
  if (publishAt) return live ? "liveScheduled" : "scheduled";
  if (state === "in_review") return live ? "liveReview" : "review";
  return live ? "liveDraft" : "draft";
}
