import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";

/** Brings an archived article back as a draft. */
export function unarchiveArticle(context: Context, { id }: { id: string }): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    await moveTo(change, { from: ["archived"], to: "draft" });
    await enqueueIn(change.tx, changed("article", id));
  });
}
