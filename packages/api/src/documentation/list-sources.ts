import type { Context } from "../core/transact.ts";
import { accessProduct } from "./access.ts";
import type { SourceRow } from "./schema.ts";

/** The documentation sites that are read for a product, and how far each is. */
export async function listSources(context: Context, { productId }: { productId: string }): Promise<SourceRow[]> {
  await accessProduct(context, productId);
  const sources = await context.system.db.prisma.productSource.findMany({
    where: { productId },
    include: { _count: { select: { pages: true } } },
    orderBy: { id: "asc" },
  });
  return sources.map(({ id, kind, url, state, problem, readAt, begunAt, todo, _count }) => ({
    ...{ id, kind, url, state, problem, readAt: readAt?.toISOString() ?? null },
    ...{ pages: _count.pages, left: begunAt && todo.length },
  }));
}
