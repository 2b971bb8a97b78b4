import { accessArticle, READER, readableTo, readerValues } from "../articles/access.ts";
import { DomainError } from "../core/errors.ts";
import type { ReaderContext } from "../core/reader.ts";

/** A file that somebody may have. Only this file makes one: access is loading. */
export interface FileAccess {
  id: string;
  name: string;
  type: string;
  size: number;
  width: number | null;
  key: string;
  /** Whether anybody may have it, signed in or not. */
  public: boolean;
}

interface Row extends FileAccess {
  articleId: string | null;
  readable: boolean;
}

/**
 * Loads a file for somebody. Readers have what the published text of an article shows; whoever writes the article has the rest.
 *
 * @throws NOT_FOUND for what is not there, and for what somebody may not have.
 */
export async function accessFile(context: ReaderContext, id: string): Promise<FileAccess> {
  const { system, actor } = context;
  // Not its name: that is for people.
  const { rows } = await system.db.pool.query<Row>({
    name: "access-file",
    text: `SELECT f.id, f.name, f.type, f.size::float8 AS size, f.width, f.key, f.article_id AS "articleId",
        shown.it AND ${readableTo(READER)} AS readable, shown.it AND a.audience = 'public' AS public
      FROM file f
      LEFT JOIN article a ON a.id = f.article_id
      LEFT JOIN article_page page ON page.article_id = a.id
      CROSS JOIN LATERAL (SELECT COALESCE(position('/files/' || f.id IN page.html) > 0, false) AS it) shown
      WHERE f.id = $3::uuid`,
    values: [...readerValues(context), id],
  });
  const [row] = rows;
  if (!row) throw new DomainError("NOT_FOUND");
  const { articleId, readable, ...file } = row;
  if (readable) return file;
  if (!actor || !articleId) throw new DomainError("NOT_FOUND");
  await accessArticle({ system, actor }, articleId, "view");
  return file;
}
