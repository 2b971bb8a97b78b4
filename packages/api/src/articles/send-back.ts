import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";
import { assertNewest } from "./save.ts";
import type { SendBackInput } from "./schema.ts";

/** Makes a draft of a revision that is in review: it needs more work, and its writer is told and shown why; or they thought again. */
export function sendBack(context: Context, { id, revision, reason }: SendBackInput): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const { article, tx, now } = change;
    await assertNewest(change, revision);
    await moveTo(change, { from: ["in_review"], to: "draft" });
    const { personId } = context.actor;
    const why = { personId, reason: reason.trim(), at: now };
    if (personId !== article.writerId)
      await tx.articleReturn.upsert({ where: { articleId: id }, create: { articleId: id, ...why }, update: why });
    const payload = { articleId: id, revision, personId, outcome: "sent-back", reason: why.reason } as const;
    await enqueueIn(tx, changed("article", id), { name: "articles.mail-reviewed", payload });
  });
}
