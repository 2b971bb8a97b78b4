import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";
import { assertNewest } from "./save.ts";
import type { SendBackInput } from "./schema.ts";

/** Makes a draft of a revision that is in review: it needs more work, and its writer is told; or they thought again. */
export function sendBack(context: Context, { id, revision, reason }: SendBackInput): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    await assertNewest(change, revision);
    await moveTo(change, { from: ["in_review"], to: "draft" });
    const { personId } = context.actor;
    const payload = { articleId: id, revision, personId, outcome: "sent-back", reason: reason.trim() } as const;
    await enqueueIn(change.tx, changed("article", id), { name: "articles.mail-reviewed", payload });
  });
}
