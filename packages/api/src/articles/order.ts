import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";
import type { OrderInput } from "./schema.ts";

/**
 * Puts collections of a desk in order.
 *
 * @throws NOT_FOUND when one of them is not the desk's; then none is moved.
 */
export async function orderCollections(context: Context, { deskId, ids }: OrderInput): Promise<void> {
  await accessDesk(context, deskId);
  await order(context, "collection", { deskId, ids });
}

/** The same with articles, where they stand together. */
export async function orderArticles(context: Context, { deskId, ids }: OrderInput): Promise<void> {
  await accessDesk(context, deskId);
  await order(context, "article", { deskId, ids });
}

async function order({ system }: Context, table: "collection" | "article", { deskId, ids }: OrderInput): Promise<void> {
  const { rowCount } = await system.db.pool.query(
    `WITH wanted AS (SELECT id, place::int FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, place)
     ), held AS (SELECT t.id FROM ${table} t JOIN wanted w ON w.id = t.id WHERE t.desk_id = $1 ORDER BY t.id FOR NO KEY UPDATE OF t)
     UPDATE ${table} t SET position = w.place FROM wanted w
     WHERE t.id = w.id AND (SELECT count(*) FROM held) = (SELECT count(*) FROM wanted)`,
    [deskId, [...new Set(ids)]],
  );
  if (rowCount === 0) throw new DomainError("NOT_FOUND");
}
