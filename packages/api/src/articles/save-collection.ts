import type { Prisma } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";
import { assertBelongs } from "./belongs.ts";
import { inTransaction } from "./change.ts";
import type { SaveCollectionInput } from "./schema.ts";
import { collectionSlug } from "./slug.ts";

/**
 * Makes a collection, or changes one. Its address is of its first name and stays.
 *
 * @throws NOT_FOUND for what is not the desk's; TRANSITION_NOT_ALLOWED for a section in a section: there is one step, so that
 *   readers find back.
 */
export function saveCollection(
  context: Context,
  { id, ...input }: SaveCollectionInput,
): Promise<{ id: string; slug: string }> {
  return inTransaction(context.system, async (tx) => {
    const { desk } = await accessDesk(context, input.deskId, tx);
    await assertBelongs(tx, desk, input);
    await assertParent(tx, { id, ...input });
    return id ? change(tx, { id, ...input }) : add(tx, input);
  });
}

async function assertParent(
  { collection }: Prisma.TransactionClient,
  { id, parentId, deskId }: Pick<SaveCollectionInput, "id" | "parentId" | "deskId">,
): Promise<void> {
  if (parentId === null) return;
  const parent = await collection.findFirst({ where: { id: parentId, deskId }, select: { parentId: true } });
  if (!parent) throw new DomainError("NOT_FOUND");
  const hasSections = id !== undefined && (await collection.count({ where: { parentId: id } })) > 0;
  if (parent.parentId !== null || parentId === id || hasSections) {
    throw new DomainError("TRANSITION_NOT_ALLOWED", { from: "section", to: "section" });
  }
}

async function add(tx: Prisma.TransactionClient, input: Omit<SaveCollectionInput, "id">) {
  const { deskId, parentId } = input;
  const slug = await collectionSlug(tx, input.name);
  const last = await tx.collection.aggregate({ where: { deskId, parentId }, _max: { position: true } });
  const id = newId();
  await tx.collection.create({ data: { id, slug, ...input, position: (last._max.position ?? 0) + 1 } });
  return { id, slug };
}

async function change(tx: Prisma.TransactionClient, { id, deskId, ...data }: SaveCollectionInput & { id: string }) {
  const { count } = await tx.collection.updateMany({ where: { id, deskId }, data });
  if (count === 0) throw new DomainError("NOT_FOUND");
  const { slug } = await tx.collection.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  return { id, slug };
}
