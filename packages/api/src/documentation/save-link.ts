import type { Prisma } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { Job } from "../core/jobs.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessLink, accessProduct } from "./access.ts";
import { refuseDoubles } from "./doubles.ts";
import { MAX_LINKS, type SaveLinkInput } from "./schema.ts";

/**
 * Lists a link for a product, at the end, or changes one. A new address is asked by the worker at once; until it has
 * answered, readers see it without a warning.
 *
 * @throws NOT_FOUND, ALREADY_LISTED, LIST_FULL
 */
export async function saveLink(context: Context, input: SaveLinkInput): Promise<{ id: string }> {
  const { title, kind, version, productId } = input;
  const about = { title: title.trim(), kind, version, url: new URL(input.url).href };
  const { prisma } = context.system.db;
  const id = input.id ?? newId(context.system.clock().getTime());
  if (input.id === undefined) {
    await accessProduct(context, productId);
    await refuseDoubles(prisma, async (tx) => {
      const position = await nextPosition(tx, productId);
      await tx.productLink.create({ data: { id, productId, position, ...about } });
      await enqueueIn(tx, changed("link", id), checkOf(id));
    });
    return { id };
  }
  const { url: before } = await accessLink(context, { id, productId });
  const moved = before !== about.url;
  await refuseDoubles(prisma, async (tx) => {
    await tx.productLink.updateMany({ where: { id, productId }, data: { ...about, ...(moved ? UNCHECKED : {}) } });
    await enqueueIn(tx, changed("link", id), ...(moved ? [checkOf(id)] : []));
  });
  return { id };
}

const UNCHECKED = { state: "unchecked", problem: null, checkedAt: null, failures: 0 } as const;

/** The job that asks a link. */
export function checkOf(linkId: string): Job<"documentation.check-link"> {
  return { name: "documentation.check-link", payload: { linkId }, key: linkId };
}

async function nextPosition(tx: Prisma.TransactionClient, productId: string): Promise<number> {
  const { _count, _max } = await tx.productLink.aggregate({
    where: { productId },
    _count: true,
    _max: { position: true },
  });
  if (_count >= MAX_LINKS) throw new DomainError("LIST_FULL", { max: MAX_LINKS });
  return (_max.position ?? -1) + 1;
}
