import type { ReaderContext } from "../core/reader.ts";
import type { PublishedArticle } from "./reading.ts";
import type { PublishedInput } from "./schema.ts";

/** The public articles that changed last, for the feed, the same for every reader. */
export async function listPublished({ system }: ReaderContext, { count }: PublishedInput): Promise<PublishedArticle[]> {
  const { rows } = await system.db.pool.query<Row>(
    `SELECT a.id, a.slug, pg.title, pg.summary, a.kind, pg.updated_at AS "updatedAt",
       coalesce(a.published_at, pg.updated_at) AS "publishedAt"
     FROM article_page pg JOIN article a ON a.id = pg.article_id WHERE a.audience = 'public'
     ORDER BY pg.updated_at DESC, pg.article_id DESC LIMIT $1`,
    [count],
  );
  return rows.map(({ updatedAt, publishedAt, ...row }) => {
    return { ...row, updatedAt: updatedAt.toISOString(), publishedAt: publishedAt.toISOString() };
  });
}

type Row = Omit<PublishedArticle, "updatedAt" | "publishedAt"> & { updatedAt: Date; publishedAt: Date };
