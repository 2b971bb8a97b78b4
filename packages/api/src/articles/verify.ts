import type { Context } from "../core/transact.ts";
import { changeArticle } from "./change.ts";

/** Says that somebody has checked an article and that it is right. Whoever reads it sees when. */
export function verify(context: Context, { id }: { id: string }): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async ({ tx, now }) => {
    await tx.article.update({ where: { id }, data: { verifiedAt: now, remindedAt: null } });
  });
}
