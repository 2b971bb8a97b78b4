import type { ClientBase, Pool } from "pg";

/** A connection, or the pool. */
type Queryable = Pick<ClientBase | Pool, "query">;

/** Has articles compared with the others anew, now that the search index has them as they are. */
export async function toLiken(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query({
    name: "to-liken",
    text: `INSERT INTO article_to_liken AS t (article_id, changed, due_at)
           SELECT a.id, true, now() FROM article a WHERE a.id = ANY ($1::uuid[]) ORDER BY a.id
           ON CONFLICT (article_id) DO UPDATE SET changed = true, changes = t.changes + 1, due_at = now()`,
    values: [ids],
  });
}

/** The same with all that readers may read, once the whole index is another one. */
export async function likenAll(db: Queryable): Promise<void> {
  await db.query(`INSERT INTO article_to_liken (article_id, changed, due_at)
    SELECT id, false, now() FROM article WHERE published_revision IS NOT NULL ORDER BY id
    ON CONFLICT DO NOTHING`);
}
