import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { changeArticle } from "./change.ts";
import { addRevision, assertNotArchived, type Saved } from "./save.ts";
import type { RevisionInput } from "./schema.ts";

/**
 * Brings an earlier text back as the newest revision. Nothing is lost: what was newest stays in the history.
 *
 * @throws NOT_FOUND for a number that the article does not have.
 */
export function restore(context: Context, { id, number }: RevisionInput): Promise<Saved> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    assertNotArchived(change, "draft");
    const { article, tx } = change;
    if (number === article.revision) return { revision: number, state: article.state };
    const text = await tx.articleRevision.findUnique({
      where: { articleId_number: { articleId: id, number } },
      select: { title: true, summary: true, body: true },
    });
    if (!text) throw new DomainError("NOT_FOUND");
    return addRevision(change, { ...text, restoredFrom: number });
  });
}
