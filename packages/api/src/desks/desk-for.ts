import type { Context } from "../core/transact.ts";

/**
 * The desk that a question goes to: the product's, for a customer who bought it; the platform's where no product is meant.
 *
 * @returns null when the actor has not bought the product, or there is none.
 */
export async function deskFor({ system, actor }: Context, productId: string | null): Promise<string | null> {
  if (productId === null) {
    const desk = await system.db.prisma.desk.findFirst({ where: { kind: "platform" }, select: { id: true } });
    return desk?.id ?? null;
  }
  const purchase = await system.db.prisma.purchase.findUnique({
    where: { customerId_productId: { customerId: actor.personId, productId } },
    select: { product: { select: { deskId: true } } },
  });
  return purchase?.product.deskId ?? null;
}
