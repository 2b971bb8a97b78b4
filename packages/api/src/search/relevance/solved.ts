import type { System } from "../../core/system.ts";
import type { Reader } from "../readers.ts";
import { vocabularyOf } from "../vocabulary.ts";

/** Tickets that are looked at. */
const TICKETS = 20;
const EVERY_TICKET: readonly Reader[] = ["admins"];

/** The article that answered most of some tickets, and the words by which people find it: as they search, else its title's. */
const SOLVED = `
  WITH best AS (
    SELECT t.article_id AS id, count(*) AS times FROM article_ticket t JOIN article_page p ON p.article_id = t.article_id
    JOIN article a ON a.id = t.article_id AND a.audience IN ('public', 'customers')
    WHERE t.conversation_id = ANY ($1::uuid[]) AND t.kind = 'answered'
    GROUP BY t.article_id ORDER BY times DESC, t.article_id LIMIT 1)
  SELECT p.title, (
    SELECT l.query FROM search_log l WHERE l.opened = 'article:' || p.article_id AND l.at > now() - interval '90 days'
    GROUP BY l.query ORDER BY count(*) DESC LIMIT 1) AS searched
  FROM best JOIN article_page p ON p.article_id = best.id`;

/**
 * What words that find nothing may mean: customers wrote them in tickets, agents answered with an article, and that article is
 * found by other words. An admin decides: no word of a ticket is shown to anybody else.
 *
 * @returns null where no such ticket was ever solved.
 */
export async function wordsOfSolvedTickets(system: System, query: string): Promise<string | null> {
  const vocabulary = await vocabularyOf(system);
  const about = { text: query, readers: EVERY_TICKET, vocabulary, kinds: ["conversation"] } as const;
  const { hits } = await system.engines.search({ ...about, limit: TICKETS, offset: 0 });
  const ids = hits.flatMap(({ group }) => group.split(":")[1] ?? []);
  if (ids.length === 0) return null;
  const { rows } = await system.db.pool.query<{ title: string; searched: string | null }>(SOLVED, [ids]);
  const [row] = rows;
  return row ? (row.searched ?? longestWord(row.title)) : null;
}

/** Of a title the longest word says most: the short ones hold it together. */
function longestWord(title: string): string | null {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce<string | null>((best, word) => (word.length > (best?.length ?? 0) ? word : best), null);
}
