import type { Context } from "../../core/transact.ts";
import { normal } from "../normal.ts";
import type { Reader } from "../readers.ts";
import type { Miss } from "../schema.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { wordsOfSolvedTickets } from "./solved.ts";

const MOST = 50;
/** What any customer may read. */
const READERS: readonly Reader[] = ["public", "customers"];

interface Row {
  query: string;
  times: number;
  lastAt: Date;
}

const MISSES = `
  SELECT l.query, count(*)::int AS times, max(l.at) AS "lastAt" FROM search_log l
  WHERE l.found = 0 AND l.at > $1 AND l.app = 'customer'
    AND NOT EXISTS (SELECT FROM search_dismissal d WHERE d.query = l.query)
  GROUP BY l.query ORDER BY times DESC, "lastAt" DESC LIMIT ${MOST}`;

/**
 * The searches of readers that found nothing, most frequent first, each with what it may have meant. One that finds something by
 * now, because a synonym was added or an article written, is settled and left out.
 */
export async function listMisses(context: Context, { days }: { days: number }): Promise<Miss[]> {
  const { system } = context;
  const since = new Date(system.clock().getTime() - days * 86_400_000);
  const { rows } = await system.db.pool.query<Row>(MISSES, [since]);
  const misses: Miss[] = [];
  for (const row of rows) {
    const vocabulary = await vocabularyOf(system);
    const search = { text: row.query, readers: READERS, vocabulary, limit: 1, offset: 0 };
    const { total, suggestion } = await system.engines.search(search);
    if (total > 0) continue;
    const proposal = suggestion ?? (await wordsOfSolvedTickets(system, row.query));
    misses.push({ ...row, lastAt: row.lastAt.toISOString(), proposal });
  }
  return misses;
}

/** Hears of a search no more. */
export async function dismissMiss({ system }: Context, { query }: { query: string }): Promise<void> {
  await system.db.prisma.searchDismissal.createMany({ data: { query: normal(query) }, skipDuplicates: true });
}
