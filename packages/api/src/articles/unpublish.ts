import { DomainError } from "../core/errors.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";

/**
 * Takes away from readers what they see; the newest revision stays as it is, or is a draft again where it was what they saw.
 *
 * @throws TRANSITION_NOT_ALLOWED when there was nothing to see.
 */
export function unpublishArticle(context: Context, { id }: { id: string }): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const { state, live } = change.article;
    if (!live) throw new DomainError("TRANSITION_NOT_ALLOWED", { from: state, to: "draft" });
    await change.tx.articlePage.deleteMany({ where: { articleId: id } });
    const to = state === "published" ? "draft" : state;
    await moveTo(change, { from: [state], to, publishedRevision: null });
    await enqueueIn(change.tx, changed("article", id));
  });
}
