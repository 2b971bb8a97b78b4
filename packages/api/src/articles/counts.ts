import type { Context } from "../core/transact.ts";
import { desksInHand } from "./desks-in-hand.ts";
import { dueAt, ofDesks } from "./list-sql.ts";
import { ARTICLE_STATES, type ArticleCounts, type ArticleState } from "./schema.ts";

/** How many articles somebody writes, by state, and how many of them are due to be checked again. */
export async function countArticles(
  context: Context,
  { deskId }: { deskId?: string | undefined },
): Promise<ArticleCounts> {
  const desks = await desksInHand(context, deskId);
  const { pool } = context.system.db;
  const [states, due] = await Promise.all([
    pool.query<{ state: ArticleState; count: number }>(
      `SELECT a.state, count(*)::int AS count FROM article a WHERE ${ofDesks(desks)} GROUP BY a.state`,
      [desks],
    ),
    pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM article a WHERE ${ofDesks(desks)} AND ${dueAt("$2::timestamptz")}`,
      [desks, context.system.clock()],
    ),
  ]);
  const countOf = (state: ArticleState) => states.rows.find((row) => row.state === state)?.count ?? 0;
  const counts = Object.fromEntries(ARTICLE_STATES.map((state) => [state, countOf(state)]));
  return { ...(counts as Record<ArticleState, number>), due: due.rows[0]?.count ?? 0 };
}
