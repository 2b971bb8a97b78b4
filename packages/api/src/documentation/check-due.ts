import { enqueueIn } from "../core/outbox.ts";
import type { System } from "../core/system.ts";
import { readingOf } from "./add-source.ts";
import { FAILURES } from "./rules.ts";
import { checkOf } from "./save-link.ts";

const DAY = 86_400_000;
/** When a link that has just failed is asked again (ms). */
const SOON = 15 * 60_000;
/** When a reading that nobody goes on with is taken up again (ms). */
const LEFT = 5 * 60_000;
/** How many are begun at once. */
const AT_ONCE = 500;

/**
 * Has links asked and documentation sites read that were not for a day, and sooner where something went wrong. One statement
 * finds them, each condition by an index of its own: an OR of them would look through all there are.
 */
export async function checkDue({ db, clock }: System): Promise<void> {
  const now = clock().getTime();
  const before = (ms: number) => new Date(now - ms);
  const first = (condition: string, by: string) => `(${condition} ORDER BY ${by} LIMIT ${AT_ONCE})`;
  const links = (condition: string, by = "checked_at") =>
    first(`SELECT id, ${by} AS since FROM product_link WHERE ${condition}`, by);
  const sources = (condition: string, by = "leased_to") =>
    first(`SELECT id, ${by} AS since FROM product_source WHERE ${condition}`, by);
  const { rows } = await db.pool.query<{ id: string; isLink: boolean }>(
    `SELECT due.* FROM (
     (SELECT l.id, TRUE AS "isLink" FROM (
        ${links("checked_at < $1")}
        UNION ${links(`checked_at < $2 AND failures > 0 AND failures < ${FAILURES}`)}
        -- Its first check got lost.
        UNION ${links("checked_at IS NULL AND created_at < $2", "created_at")}) l
      ORDER BY l.since LIMIT ${AT_ONCE})
     UNION ALL (SELECT s.id, FALSE FROM (
        ${sources("leased_to < $1")}
        UNION ${sources("leased_to < $3 AND begun_at IS NOT NULL")}
        UNION ${sources("leased_to IS NULL AND created_at < $2", "created_at")}) s
      ORDER BY s.since LIMIT ${AT_ONCE})) due`,
    [before(DAY), before(SOON), before(LEFT)],
  );
  if (rows.length === 0) return;
  const jobs = rows.map(({ id, isLink }) => (isLink ? checkOf(id) : readingOf(id)));
  await enqueueIn(db.prisma, ...jobs);
}
