import { DomainError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { Job } from "../core/jobs.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { accessProduct } from "./access.ts";
import { refuseDoubles } from "./doubles.ts";
import { type AddSourceInput, MAX_SOURCES } from "./schema.ts";

/**
 * Has a documentation site read for a product, now and then daily; each page becomes searchable.
 *
 * @throws NOT_FOUND, ALREADY_LISTED, LIST_FULL
 */
export async function addSource(context: Context, input: AddSourceInput): Promise<{ id: string }> {
  const { productId, kind } = input;
  await accessProduct(context, productId);
  const id = newId(context.system.clock().getTime());
  await refuseDoubles(context.system.db.prisma, async (tx) => {
    const sources = await tx.productSource.count({ where: { productId } });
    if (sources >= MAX_SOURCES) throw new DomainError("LIST_FULL", { max: MAX_SOURCES });
    await tx.productSource.create({ data: { id, productId, kind, url: new URL(input.url).href } });
    await enqueueIn(tx, readingOf(id));
  });
  return { id };
}

/** The job that reads a site, or goes on with it. */
export function readingOf(sourceId: string): Job<"documentation.read-source"> {
  return { name: "documentation.read-source", payload: { sourceId }, key: sourceId };
}
