import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";
import { assertNewest } from "./save.ts";
import type { AtRevisionInput } from "./schema.ts";

/** Makes a draft of a revision that is in review: it needs more work, or its writer thought again. */
export function sendBack(context: Context, { id, revision }: AtRevisionInput): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    await assertNewest(change, revision);
    await moveTo(change, { from: ["in_review"], to: "draft" });
    await enqueueIn(change.tx, changed("article", id));
  });
}
