import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessProduct } from "./access.ts";
import type { OrderLinksInput } from "./schema.ts";

/**
 * Puts the links of a product into an order; those that are not named come after, as they were.
 *
 * @throws NOT_FOUND when one of them is of another product, or gone; nothing is changed then.
 */
export async function orderLinks(context: Context, { productId, ids }: OrderLinksInput): Promise<void> {
  await accessProduct(context, productId);
  await context.system.db.prisma.$transaction(async (tx) => {
    // Held in the order of their ids: two who order at once wait for each other, and not each for the other.
    const links = await tx.$queryRaw<{ id: string; position: number }[]>`
      SELECT id, position FROM product_link WHERE product_id = ${productId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    const known = new Set(links.sort((a, b) => a.position - b.position).map(({ id }) => id));
    if (!ids.every((id) => known.has(id))) throw new DomainError("NOT_FOUND");
    const order = [...new Set([...ids, ...known])];
    await tx.$executeRaw`
      UPDATE product_link SET position = o.place
      FROM unnest(${order}::uuid[]) WITH ORDINALITY o (id, place) WHERE product_link.id = o.id`;
  });
}
