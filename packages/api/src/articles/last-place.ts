import type { Prisma } from "@mintreu/db/generated/client";

/** Where an article that comes into a collection stands: behind those that were put in order; by its title where none was. */
export async function lastPlace(tx: Prisma.TransactionClient, collectionId: string | null): Promise<number> {
  if (!collectionId) return 0;
  const { _max } = await tx.article.aggregate({ where: { collectionId }, _max: { position: true } });
  return _max.position ? _max.position + 1 : 0;
}
