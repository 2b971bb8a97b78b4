import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessLink } from "./access.ts";

/** Takes a link off a product's list, and out of the search. */
export async function removeLink(context: Context, { id }: { id: string }): Promise<void> {
  await accessLink(context, { id });
  await context.system.db.prisma.$transaction(async (tx) => {
    await tx.productLink.deleteMany({ where: { id } });
    await enqueueIn(tx, changed("link", id));
  });
}
