import { DomainError } from "../core/errors.ts";
import { isWithinLimit } from "../core/rate-limit.ts";
import { networkOf, type ReaderContext, readerKey } from "../core/reader.ts";
import { pseudonym } from "../core/secret.ts";
import { READER, readableTo, readerValues } from "./access.ts";

/** Within this time (seconds) reading the same article again is one view. */
const ONE_VIEW = 3_600;
/** Views of one article that count in that time from one network, which may be a school or an office; as votes do. */
const MOST_OF_NETWORK = 60;

/**
 * Counts that somebody reads an article: once a reader and hour, robots and those who write it not at all.
 *
 * @throws NOT_FOUND for an article that the reader may not read.
 */
export async function countView(context: ReaderContext, { id }: { id: string }): Promise<void> {
  const { system, actor, visitor } = context;
  const { rows } = await system.db.pool.query<{ own: boolean }>({
    name: "help-view",
    text: `SELECT EXISTS (SELECT FROM desk_member m WHERE m.desk_id = a.desk_id AND m.person_id = $1::uuid) AS own
      FROM article a WHERE a.id = $3 AND ${readableTo(READER)}`,
    values: [...readerValues(context), id],
  });
  if (!rows[0]) throw new DomainError("NOT_FOUND");
  const nobody = !actor && visitor === "";
  if (rows[0].own || nobody || !(await isFirst(context, id))) return;
  await system.db.pool.query({
    name: "count-view",
    text: `INSERT INTO article_day AS d (article_id, day, views) VALUES ($1, $2::date, 1)
      ON CONFLICT (article_id, day) DO UPDATE SET views = d.views + 1`,
    values: [id, system.clock().toISOString().slice(0, 10)],
  });
}

/** What is remembered for this says neither who read nor what. Another browser is another visitor, and quickly made up. */
async function isFirst(context: ReaderContext, id: string): Promise<boolean> {
  const { system, actor } = context;
  const count = (who: string, max: number) => {
    const key = `view:${pseudonym(system.settings.secret, "view", id, who)}`;
    return isWithinLimit(system, { key, max, windowSeconds: ONE_VIEW });
  };
  // The network first: what does not count writes nothing down.
  if (!actor && !(await count(`network:${networkOf(context)}`, MOST_OF_NETWORK))) return false;
  return count(readerKey(context), 1);
}
