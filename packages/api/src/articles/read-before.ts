import type { ReadBefore } from "../conversations/events.ts";
import type { Context } from "../core/transact.ts";
import { READER, readableTo, readerValues } from "./access.ts";

/**
 * The article that somebody says they have read.
 *
 * @returns null for one that they may not read, or that does not exist: their question is asked all the same.
 */
export async function articleReadBefore({ system, actor }: Context, id: string): Promise<ReadBefore | null> {
  const { rows } = await system.db.pool.query<ReadBefore>({
    name: "read-before",
    text: `SELECT a.id, a.slug, pg.title FROM article a JOIN article_page pg ON pg.article_id = a.id
      WHERE a.id = $3 AND ${readableTo(READER)}`,
    values: [...readerValues({ actor, app: actor.app }), id],
  });
  return rows[0] ?? null;
}
