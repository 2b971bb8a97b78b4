import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";

/** Takes an article down and keeps it, with its history. */
export function archiveArticle(context: Context, { id }: { id: string }): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    await change.tx.articlePage.deleteMany({ where: { articleId: id } });
    await moveTo(change, { from: ["draft", "in_review", "published"], to: "archived", publishedRevision: null });
    await enqueueIn(change.tx, changed("article", id));
  });
}
