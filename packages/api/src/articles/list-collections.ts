import type { Context } from "../core/transact.ts";
import { desksInHand } from "./desks-in-hand.ts";
import type { CollectionRow } from "./schema.ts";

/** Collections that are listed at most. */
const MOST = 2_000;

/** The collections of the desks that somebody writes for, in their order, with how many articles are in each. */
export async function listCollections(
  context: Context,
  { deskId }: { deskId?: string | undefined },
): Promise<CollectionRow[]> {
  const desks = await desksInHand(context, deskId);
  const rows = await context.system.db.prisma.collection.findMany({
    where: desks ? { deskId: { in: desks } } : {},
    select: {
      ...{
        id: true,
        slug: true,
        name: true,
        description: true,
        icon: true,
        parentId: true,
        productId: true,
        deskId: true,
      },
      ...{ position: true, _count: { select: { articles: true } } },
    },
    orderBy: [{ position: "asc" }, { name: "asc" }],
    take: MOST,
  });
  return rows.map(({ _count, ...row }) => ({ ...row, articles: _count.articles }));
}
