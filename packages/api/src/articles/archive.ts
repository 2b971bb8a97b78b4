import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";

/** Takes an article down and keeps it, with its history and with how it stood, in case this was a slip. */
export function archiveArticle(context: Context, { id }: { id: string }): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const { tx, article } = change;
    const { state, audience, publishedRevision, publishAt } = article;
    await moveTo(change, { from: ["draft", "in_review", "published"], to: "archived", publishedRevision: null });
    await tx.articlePage.deleteMany({ where: { articleId: id } });
    const { personId } = context.actor;
    await tx.articleArchive.create({
      data: { articleId: id, personId, state, audience, publishedRevision, publishAt },
    });
    await enqueueIn(tx, changed("article", id));
  });
}
