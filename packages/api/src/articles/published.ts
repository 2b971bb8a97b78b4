import type { ReaderContext } from "../core/reader.ts";
import { after, cursorOf, Values } from "./list-sql.ts";
import type { PublishedArticle, PublishedPage } from "./reading.ts";
import type { PublishedInput } from "./schema.ts";

const PAGE = 1_000;

/** Public articles, what changed last first: for sitemap and feed, the same for every reader. */
export async function listPublished({ system }: ReaderContext, input: PublishedInput): Promise<PublishedPage> {
  const values = new Values();
  const conditions = [
    "a.audience = 'public'",
    after(input.cursor, values, { at: "pg.updated_at", id: "pg.article_id" }),
    input.since ? `pg.updated_at > ${values.add(input.since, "timestamptz")}` : "TRUE",
  ];
  const { rows } = await system.db.pool.query<Row>(
    `SELECT a.id, a.slug, pg.title, pg.summary, a.kind, pg.updated_at AS "updatedAt",
       coalesce(a.published_at, pg.updated_at) AS "publishedAt"
     FROM article_page pg JOIN article a ON a.id = pg.article_id WHERE ${conditions.join(" AND ")}
     ORDER BY pg.updated_at DESC, pg.article_id DESC LIMIT ${PAGE + 1}`,
    values.all,
  );
  const articles = rows.slice(0, PAGE).map(({ updatedAt, publishedAt, ...row }) => {
    return { ...row, updatedAt: updatedAt.toISOString(), publishedAt: publishedAt.toISOString() };
  });
  const last = rows.length > PAGE ? articles.at(-1) : undefined;
  return { articles, nextCursor: last ? cursorOf(last) : null };
}

type Row = Omit<PublishedArticle, "updatedAt" | "publishedAt"> & { updatedAt: Date; publishedAt: Date };
