import type { System } from "../core/system.ts";
import { LATELY } from "./list-sql.ts";
import { FIGURE_DAYS } from "./schema.ts";

/** Articles that are summed up together: as long as that takes, nobody can change those whose place moved. */
const TOGETHER = 500;
const LONGEST = Math.max(...FIGURE_DAYS);

/** The day, UTC, on which this process has summed up every article of a database: until the next, only what happens changes sums. */
const completed = new WeakMap<System["db"], string>();

/**
 * Sums up what happened with articles lately: `article_sum`, by which figures find the first, and `recent_views`, by which
 * readers' lists are sorted. Each article once a day, and those with which something happened today each time. Writes what has
 * changed; an article that is being changed waits for the next time.
 */
export async function refreshSums({ db, clock }: System): Promise<void> {
  const today = clock().toISOString().slice(0, 10);
  const which = completed.get(db) === today ? "touched" : "every";
  let last: string | null = "00000000-0000-0000-0000-000000000000";
  while (last) {
    const batch: { rows: { last: string | null }[] } = await db.pool.query({
      name: `refresh-sums-${which}`,
      text: statement(which),
      values: [today, last],
    });
    last = batch.rows[0]?.last ?? null;
  }
  completed.set(db, today);
}

/** The next articles by their ids. */
const BATCHES = {
  every: `SELECT id, desk_id FROM article WHERE id > $2::uuid ORDER BY id LIMIT ${TOGETHER}`,
  touched: `SELECT a.id, a.desk_id FROM (
      SELECT article_id FROM (
        SELECT article_id FROM article_day WHERE day = $1::date AND article_id > $2::uuid ORDER BY article_id LIMIT ${TOGETHER}) d
      UNION SELECT article_id FROM article_vote WHERE at >= $1::date::timestamp AT TIME ZONE 'UTC' AND article_id > $2::uuid
      UNION SELECT article_id FROM article_ticket WHERE at >= $1::date::timestamp AT TIME ZONE 'UTC' AND article_id > $2::uuid
      ORDER BY article_id LIMIT ${TOGETHER}) t JOIN article a ON a.id = t.article_id`,
};

const on = (time: string) => `(${time} AT TIME ZONE 'UTC')::date`;
const since = `$1::date - ${LONGEST - 1}`;
const SUMS = ["views", "helpful", "unhelpful", "tickets", "answered"] as const;
const all = (row: string) => SUMS.map((name) => `${row}.${name}`).join(", ");

/** `recent_views` moves an article in three indexes: it is written once it is wrong by more than a tenth. */
const statement = (which: keyof typeof BATCHES) => `
  WITH batch AS MATERIALIZED (${BATCHES[which]}
  ), facts AS MATERIALIZED (
    SELECT b.id, f.* FROM batch b CROSS JOIN LATERAL (
      SELECT y.day, y.views, 0 AS helpful, 0 AS unhelpful, 0 AS tickets, 0 AS answered FROM article_day y
      WHERE y.article_id = b.id AND y.day >= ${since}
      UNION ALL SELECT ${on("v.at")}, 0, v.helpful::int, (NOT v.helpful)::int, 0, 0 FROM article_vote v
      WHERE v.article_id = b.id AND v.at >= (${since})::timestamp AT TIME ZONE 'UTC'
      UNION ALL SELECT ${on("t.at")}, 0, 0, 0, (t.kind = 'ended_in_ticket')::int, (t.kind = 'answered')::int FROM article_ticket t
      WHERE t.article_id = b.id AND t.at >= (${since})::timestamp AT TIME ZONE 'UTC') f
  ), sums AS MATERIALIZED (
    SELECT f.id, d.days, ${SUMS.map((name) => `sum(f.${name})::int AS ${name}`).join(", ")}
    FROM facts f JOIN (VALUES ${FIGURE_DAYS.map((days) => `(${days}::smallint)`).join(", ")}) d (days) ON f.day > $1::date - d.days
    GROUP BY f.id, d.days
  ), gone AS (
    DELETE FROM article_sum s USING batch b
    WHERE s.article_id = b.id AND NOT EXISTS (SELECT FROM sums n WHERE n.id = s.article_id AND n.days = s.days)
  ), written AS (
    INSERT INTO article_sum AS s (article_id, days, desk_id, ${SUMS.join(", ")})
    SELECT n.id, n.days, b.desk_id, ${all("n")} FROM sums n JOIN batch b ON b.id = n.id
    WHERE NOT EXISTS (SELECT FROM article_sum k WHERE k.article_id = n.id AND k.days = n.days AND (${all("k")}) = (${all("n")}))
    ORDER BY n.id, n.days
    ON CONFLICT (article_id, days) DO UPDATE SET (${SUMS.join(", ")}) = ROW(${all("excluded")})
  ), stale AS (
    SELECT a.id, coalesce(n.views, 0) AS views FROM batch b JOIN article a ON a.id = b.id
    LEFT JOIN sums n ON n.id = a.id AND n.days = ${LATELY}
    WHERE abs(a.recent_views - coalesce(n.views, 0)) * 10 > coalesce(n.views, 0)
    ORDER BY a.id FOR NO KEY UPDATE OF a SKIP LOCKED
  ), placed AS (
    UPDATE article a SET recent_views = s.views FROM stale s WHERE s.id = a.id
  )
  SELECT max(id::text) AS last FROM batch`;
