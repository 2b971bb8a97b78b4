import { DomainError } from "../core/errors.ts";
import type { Change } from "./change.ts";
import type { ArticleState } from "./schema.ts";

interface Move {
  from: readonly ArticleState[];
  to: ArticleState;
  publishedRevision?: number | null;
  publishAt?: Date | null;
}

/**
 * Changes the state of an article's newest revision; a time that was set for publishing is set no longer.
 *
 * @throws TRANSITION_NOT_ALLOWED from any other state than those.
 */
export async function moveTo({ article, tx, now }: Change, { from, to, ...more }: Move): Promise<void> {
  if (!from.includes(article.state)) throw new DomainError("TRANSITION_NOT_ALLOWED", { from: article.state, to });
  await tx.article.update({
    where: { id: article.id },
    data: { state: to, publishAt: null, updatedAt: now, ...more },
  });
}
