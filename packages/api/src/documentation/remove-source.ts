import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessSource } from "./access.ts";

/** Forgets a documentation site: its pages are gone from here and from the search. A reading under way ends. */
export async function removeSource(context: Context, { id }: { id: string }): Promise<void> {
  await accessSource(context, id);
  await context.system.db.prisma.$transaction(async (tx) => {
    // The row first: whoever reads the site writes no further page after it.
    await tx.$queryRaw`SELECT id FROM product_source WHERE id = ${id}::uuid FOR UPDATE`;
    const pages = await tx.productPage.findMany({ where: { sourceId: id }, select: { id: true } });
    await tx.productSource.deleteMany({ where: { id } });
    await enqueueIn(tx, ...pages.map((page) => changed("page", page.id)));
  });
}
