import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";
import { rowStatement, toRow, Values } from "./list-sql.ts";
import type { ArticleRow, ShelfInput } from "./schema.ts";

/** More stand in no collection that anybody reads through. */
const MOST = 500;

/**
 * The articles of one collection of a desk in their order, drafts too; those that are in none where no collection is named.
 * What was taken down is nowhere.
 *
 * @throws NOT_FOUND for a desk that is not theirs.
 */
export async function listShelf(context: Context, { deskId, collectionId }: ShelfInput): Promise<ArticleRow[]> {
  await accessDesk(context, deskId);
  const values = new Values();
  const shelf = collectionId ? `a.collection_id = ${values.add(collectionId, "uuid")}` : "a.collection_id IS NULL";
  const order = "ORDER BY a.position, a.title, a.id";
  const page = `SELECT a.* FROM article a
    WHERE a.desk_id = ${values.add(deskId, "uuid")} AND ${shelf} AND a.state <> 'archived' ${order} LIMIT ${MOST}`;
  const { rows } = await context.system.db.pool.query(rowStatement(page, order), values.all);
  const now = context.system.clock();
  return rows.map((row) => toRow(row, now));
}
