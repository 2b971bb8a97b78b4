import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";
import { assertNewest } from "./save.ts";
import type { AtRevisionInput } from "./schema.ts";

/** Asks that somebody else looks at the newest revision. Who publishes it, approves it. */
export function requestReview(context: Context, { id, revision }: AtRevisionInput): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    await assertNewest(change, revision);
    await moveTo(change, { from: ["draft"], to: "in_review" });
    await enqueueIn(change.tx, changed("article", id));
  });
}
