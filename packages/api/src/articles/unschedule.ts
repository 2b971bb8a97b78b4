import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";

/**
 * Takes back the time that was set for publishing an article; all else stays as it is.
 *
 * @throws TRANSITION_NOT_ALLOWED when none was set.
 */
export function unscheduleArticle(context: Context, { id }: { id: string }): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const { state, publishAt } = change.article;
    if (!publishAt) throw new DomainError("TRANSITION_NOT_ALLOWED", { from: state, to: state });
    await moveTo(change, { from: [state], to: state });
  });
}
