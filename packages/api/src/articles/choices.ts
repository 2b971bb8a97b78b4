import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";
import { maySetReview } from "./rules.ts";
import type { Choices } from "./schema.ts";

/** Products that are offered at most. */
const MOST = 1_000;
const NAMED = { id: true, name: true } as const;

/** What an article of a desk may be given: who may own it, products, collections. The platform's may be about any product. */
export async function listChoices(context: Context, { deskId }: { deskId: string }): Promise<Choices> {
  const { desk, writer } = await accessDesk(context, deskId);
  const { prisma } = context.system.db;
  const [owners, products, collections] = await Promise.all([
    prisma.person.findMany({ where: mayOwn(deskId, writer.personId), select: NAMED, orderBy: { name: "asc" } }),
    prisma.product.findMany({
      where: desk.kind === "platform" ? {} : { deskId },
      ...{ select: NAMED, orderBy: { name: "asc" }, take: MOST },
    }),
    prisma.collection.findMany({
      where: { deskId },
      select: { ...NAMED, parentId: true },
      orderBy: [{ position: "asc" }, { name: "asc" }],
    }),
  ]);
  return { owners, products, collections, reviews: desk.reviews, maySetReview: maySetReview(writer, desk) };
}

/** The members of a desk; and the person who asks, who is an admin where they are none. */
function mayOwn(deskId: string, personId: string) {
  return { OR: [{ id: personId }, { memberships: { some: { deskId } } }] };
}
