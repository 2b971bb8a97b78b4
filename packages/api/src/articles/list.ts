import type { Context } from "../core/transact.ts";
import { desksInHand } from "./desks-in-hand.ts";
import { after, BY_CHANGE, BY_DUE, containing, dueAt, PAGE, rowStatement, toPage, Values } from "./list-sql.ts";
import type { ArticlePageOfRows, ListInput } from "./schema.ts";

/**
 * A page of the articles that somebody writes, what changed last first; of those that are due, what is due longest. Each desk gives its first rows and the newest of
 * them are taken, so that every page costs the same however deep it is.
 *
 * @throws NOT_FOUND for a desk that is not theirs.
 */
export async function listArticles(context: Context, input: ListInput): Promise<ArticlePageOfRows> {
  const desks = await desksInHand(context, input.deskId);
  const now = context.system.clock();
  const values = new Values();
  const words = input.search.split(/\s+/).filter(Boolean).slice(0, 8);
  const sort = input.due ? BY_DUE : BY_CHANGE;
  const conditions = [
    after(input.cursor, values, sort),
    input.state ? `a.state = ${values.add(input.state, "article_state")}` : "TRUE",
    input.collectionId ? `a.collection_id = ${values.add(input.collectionId, "uuid")}` : "TRUE",
    input.productId ? `a.product_id = ${values.add(input.productId, "uuid")}` : "TRUE",
    input.due ? dueAt(values.add(now, "timestamptz")) : "TRUE",
    ...words.map((word) => `a.title ILIKE ${values.add(containing(word), "text")}`),
  ].join(" AND ");
  const order = (row: string) => `ORDER BY ${sort.by(row)} ${sort.direction}, ${row}.id ${sort.direction}`;
  const limit = `LIMIT ${PAGE + 1}`;
  const page = desks
    ? `SELECT n.* FROM unnest(${values.add(desks, "uuid[]")}) AS d (id)
       CROSS JOIN LATERAL (SELECT a.* FROM article a WHERE a.desk_id = d.id AND ${conditions} ${order("a")} ${limit}) n
       ${order("n")} ${limit}`
    : `SELECT a.* FROM article a WHERE ${conditions} ${order("a")} ${limit}`;
  const { rows } = await context.system.db.pool.query(rowStatement(page, order("a")), values.all);
  return toPage(rows, now, sort);
}
