import { DomainError } from "../core/errors.ts";
import { type ReaderContext, readerKey } from "../core/reader.ts";
import { READER, readableTo, readerValues } from "./access.ts";
import type { ArticleAnswer, ArticleView } from "./reading.ts";
import { relatedTo } from "./related.ts";

/**
 * An article as the reader may read it, by its address of now or before. Two statements.
 *
 * @throws NOT_FOUND for one that they may not read, that is not published, or that does not exist.
 */
export async function readArticle(context: ReaderContext, { slug }: { slug: string }): Promise<ArticleAnswer> {
  const { rows } = await context.system.db.pool.query<Row>({
    name: "help-article",
    text: ARTICLE,
    values: [...readerValues(context), slug, readerKey(context)],
  });
  const [row] = rows;
  if (!row) return { movedTo: await movedTo(context, slug) };
  const { deskId, ...article } = row;
  const related = await relatedTo(context, { id: row.id, deskId });
  return {
    article: {
      ...article,
      updatedAt: row.updatedAt.toISOString(),
      publishedAt: row.publishedAt.toISOString(),
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
      related,
    },
  };
}

type Row = Omit<ArticleView, "updatedAt" | "publishedAt" | "verifiedAt" | "related"> & {
  deskId: string;
  updatedAt: Date;
  publishedAt: Date;
  verifiedAt: Date | null;
};

const ARTICLE = `
  SELECT a.id, a.slug, pg.title, pg.summary, pg.html, pg.headings, pg.updated_at AS "updatedAt", a.kind, a.audience,
    a.desk_id AS "deskId", coalesce(a.published_at, pg.updated_at) AS "publishedAt",
    a.verified_at AS "verifiedAt", d.name AS desk,
    (SELECT json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) FROM product p WHERE p.id = a.product_id) AS product,
    (SELECT coalesce(json_agg(json_build_object('slug', c.slug, 'name', c.name) ORDER BY c.parent_id IS NOT NULL), '[]')
     FROM collection o JOIN collection c ON c.id IN (o.id, o.parent_id) WHERE o.id = a.collection_id) AS path,
    (SELECT v.helpful FROM article_vote v WHERE v.article_id = a.id AND v.voter = $4) AS vote
  FROM article a JOIN article_page pg ON pg.article_id = a.id JOIN desk d ON d.id = a.desk_id
  WHERE a.slug = $3 AND ${readableTo(READER)}`;

/** Redirects lead to articles, not to addresses: however often one was renamed, it is one step. */
async function movedTo(context: ReaderContext, slug: string): Promise<string> {
  const { rows } = await context.system.db.pool.query<{ slug: string }>({
    name: "help-redirect",
    text: `SELECT a.slug FROM article_redirect r JOIN article a ON a.id = r.article_id
      WHERE r.slug = $3 AND ${readableTo(READER)}`,
    values: [...readerValues(context), slug],
  });
  if (!rows[0]) throw new DomainError("NOT_FOUND");
  return rows[0].slug;
}
