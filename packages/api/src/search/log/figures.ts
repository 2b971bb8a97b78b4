import type { Context } from "../../core/transact.ts";
import type { SearchFigures } from "../schema.ts";

const TOP = 50;

const DAYS = `
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, count(l.id)::int AS searches,
    count(*) FILTER (WHERE l.outcome IN ('opened', 'helped') OR l.opened IS NOT NULL)::int AS opened,
    count(*) FILTER (WHERE l.outcome = 'helped')::int AS helped,
    count(*) FILTER (WHERE l.outcome = 'ticket')::int AS tickets,
    count(*) FILTER (WHERE l.found = 0)::int AS misses
  FROM generate_series(date_trunc('day', $1::timestamptz, 'UTC'), $2::timestamptz, interval '1 day', 'UTC') AS d (day)
  LEFT JOIN search_log l ON l.at >= d.day AND l.at < d.day + interval '1 day'
  GROUP BY d.day ORDER BY d.day`;

const QUERIES = `
  SELECT query, count(*)::int AS times, count(*) FILTER (WHERE opened IS NOT NULL)::int AS opened,
    count(*) FILTER (WHERE outcome = 'ticket')::int AS tickets
  FROM search_log WHERE at >= date_trunc('day', $1::timestamptz, 'UTC')
  GROUP BY query ORDER BY times DESC, query LIMIT ${TOP}`;

/** What searches led to: by day, UTC, days without any included, and for what was searched most. */
export async function searchFigures({ system }: Context, { days }: { days: number }): Promise<SearchFigures> {
  const now = system.clock();
  const from = new Date(now.getTime() - (days - 1) * 86_400_000);
  const [byDay, top] = await Promise.all([
    system.db.pool.query<SearchFigures["days"][number]>(DAYS, [from, now]),
    system.db.pool.query<SearchFigures["top"][number]>(QUERIES, [from]),
  ]);
  return { days: byDay.rows, top: top.rows };
}
