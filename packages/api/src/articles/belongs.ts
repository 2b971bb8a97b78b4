import type { Prisma } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import type { DeskAccess } from "./access.ts";

/** What a desk's article or collection may name. */
interface Named {
  productId?: string | null | undefined;
  collectionId?: string | null | undefined;
}

/**
 * Sees to it that a desk writes about its own products, into its own collections. The platform's writes about every product.
 *
 * @throws NOT_FOUND
 */
export async function assertBelongs(
  { product, collection }: Prisma.TransactionClient,
  { id: deskId, kind }: DeskAccess["desk"],
  { productId, collectionId }: Named,
): Promise<void> {
  if (productId) {
    const where = kind === "platform" ? { id: productId } : { id: productId, deskId };
    if ((await product.count({ where })) === 0) throw new DomainError("NOT_FOUND");
  }
  if (collectionId && (await collection.count({ where: { id: collectionId, deskId } })) === 0) {
    throw new DomainError("NOT_FOUND");
  }
}
