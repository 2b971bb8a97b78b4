import type { Prisma } from "@mintreu/db/generated/client";
import type { Actor } from "../core/actor.ts";
import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";

/** The products whose documentation somebody looks after: those of their desks; all, for an admin. */
function caredForBy({ role, personId }: Actor): Prisma.ProductWhereInput {
  return role === "admin" ? {} : { desk: { members: { some: { personId } } } };
}

/** @throws NOT_FOUND for a product whose documentation is not theirs. */
export async function accessProduct({ system, actor }: Context, id: string): Promise<void> {
  const found = await system.db.prisma.product.count({ where: { id, ...caredForBy(actor) } });
  if (found === 0) throw new DomainError("NOT_FOUND");
}

/** @throws NOT_FOUND for a link of somebody else's product, or, when that is named, of another product. */
export async function accessLink({ system, actor }: Context, wanted: { id: string; productId?: string }) {
  const link = await system.db.prisma.productLink.findFirst({ where: { ...wanted, product: caredForBy(actor) } });
  if (!link) throw new DomainError("NOT_FOUND");
  return link;
}

/** @throws NOT_FOUND for a site of somebody else's product. */
export async function accessSource({ system, actor }: Context, id: string) {
  const source = await system.db.prisma.productSource.findFirst({ where: { id, product: caredForBy(actor) } });
  if (!source) throw new DomainError("NOT_FOUND");
  return source;
}
