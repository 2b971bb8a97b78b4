import type { Prisma } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";
import { inTransaction } from "./change.ts";
import type { DeleteCollectionInput } from "./schema.ts";

/**
 * Deletes a collection, and moves what it held to where it is said.
 *
 * @throws NOT_FOUND; COLLECTION_NOT_EMPTY when it holds articles or sections and nothing is said.
 */
export function deleteCollection(context: Context, { id, moveTo }: DeleteCollectionInput): Promise<void> {
  return inTransaction(context.system, async (tx) => {
    // Held, so that nothing is put into it meanwhile.
    await tx.$queryRaw`SELECT id FROM collection WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.collection.findUnique({
      where: { id },
      select: { deskId: true, _count: { select: { articles: true, sections: true } } },
    });
    if (!found) throw new DomainError("NOT_FOUND");
    await accessDesk(context, found.deskId, tx);
    const { articles, sections } = found._count;
    if (moveTo !== undefined) await move(tx, { id, deskId: found.deskId, moveTo });
    else if (articles + sections > 0) throw new DomainError("COLLECTION_NOT_EMPTY");
    await tx.collection.delete({ where: { id } });
  });
}

async function move(
  tx: Prisma.TransactionClient,
  { id, deskId, moveTo }: { id: string; deskId: string; moveTo: string | null },
): Promise<void> {
  const target = moveTo && (await tx.collection.findFirst({ where: { id: moveTo, deskId } }));
  if (moveTo === id || (moveTo && !target)) throw new DomainError("NOT_FOUND");
  await tx.article.updateMany({ where: { collectionId: id }, data: { collectionId: moveTo } });
  if (!target) {
    await tx.collection.updateMany({ where: { parentId: id }, data: { parentId: null } });
    return;
  }
  // A section that takes its collection's place holds the other sections; beside one of another's, they stand as it does.
  const takesItsPlace = target.parentId === id;
  if (takesItsPlace) await tx.collection.update({ where: { id: target.id }, data: { parentId: null } });
  const parentId = takesItsPlace ? target.id : (target.parentId ?? target.id);
  await tx.collection.updateMany({ where: { parentId: id }, data: { parentId } });
}
