import type { Context } from "../core/transact.ts";
import { accessArticle } from "./access.ts";

/** Throws away what somebody has typed and not saved; what others typed is theirs. */
export async function discardDraft(context: Context, { id }: { id: string }): Promise<void> {
  await accessArticle(context, id, "write");
  const { system, actor } = context;
  await system.db.prisma.articleDraft.deleteMany({ where: { articleId: id, personId: actor.personId } });
}
