import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";
import { assertNewest } from "./save.ts";
import type { AtRevisionInput } from "./schema.ts";

/** Time (s) in which somebody may think again before others are told of it. */
const LATER = 20;

/** Asks that somebody else looks at the newest revision, and has them told by mail. Who publishes it, approves it. */
export function requestReview(context: Context, { id, revision }: AtRevisionInput): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    await assertNewest(change, revision);
    await moveTo(change, { from: ["draft"], to: "in_review" });
    await change.tx.articleReturn.deleteMany({ where: { articleId: id } });
    const { personId } = context.actor;
    const payload = { articleId: id, personId };
    await enqueueIn(
      change.tx,
      changed("article", id),
      // Asked, taken back and asked again is asked once.
      { name: "articles.mail-review", payload, delay: LATER, key: `${id}:${personId}` },
    );
  });
}
