import type { System } from "../core/system.ts";
import { LATELY } from "./list-sql.ts";

/** Sums the views of the last thirty days anew, by which readers' lists are sorted. An article that is being changed waits. */
export async function refreshPopular({ db, clock }: System): Promise<void> {
  await db.pool.query(
    `WITH counted AS (
       SELECT article_id, sum(views)::int AS views FROM article_day WHERE day > $1::date - ${LATELY} GROUP BY article_id
     ), stale AS (
       SELECT a.id, coalesce(c.views, 0) AS views FROM article a LEFT JOIN counted c ON c.article_id = a.id
       WHERE a.recent_views <> coalesce(c.views, 0)
       ORDER BY a.id FOR NO KEY UPDATE OF a SKIP LOCKED
     )
     UPDATE article a SET recent_views = s.views FROM stale s WHERE s.id = a.id`,
    [clock().toISOString().slice(0, 10)],
  );
}
