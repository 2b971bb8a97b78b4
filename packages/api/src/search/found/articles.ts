import { READER, readableTo, readerValues } from "../../articles/access.ts";
import type { ReaderContext } from "../../core/reader.ts";
import type { Shown } from "./hits.ts";
import { inDesk } from "./in-desk.ts";
import { productOf } from "./products.ts";

interface Row {
  id: string;
  slug: string;
  state: string;
  origin: string | null;
  product: Shown["product"];
  updatedAt: Date;
}

const SELECT = `
  SELECT a.id, a.slug, a.state, (SELECT c.name FROM collection c WHERE c.id = a.collection_id) AS origin,
    ${productOf("a.product_id")} AS product`;

/** Published articles, for whoever may read them. */
export async function articleHits(context: ReaderContext, ids: readonly string[]): Promise<Map<string, Shown>> {
  const { rows } = await context.system.db.pool.query<Row>({
    name: "article-hits",
    text: `${SELECT}, (SELECT p.updated_at FROM article_page p WHERE p.article_id = a.id) AS "updatedAt"
           FROM article a WHERE a.id = ANY ($3::uuid[]) AND ${readableTo(READER)}`,
    values: [...readerValues(context), ids],
  });
  return new Map(rows.map((row) => [row.id, { ...shown(row), href: `/help/articles/${row.slug}`, status: null }]));
}

/** What readers do not see yet, for those who write it. */
export async function draftHits(context: ReaderContext, ids: readonly string[]): Promise<Map<string, Shown>> {
  const { rows } = await context.system.db.pool.query<Row>({
    name: "draft-hits",
    text: `${SELECT}, a.updated_at AS "updatedAt"
           FROM article a WHERE a.id = ANY ($3::uuid[]) AND a.state <> 'archived' AND ${inDesk("a.desk_id", READER)}`,
    values: [...readerValues(context), ids],
  });
  return new Map(rows.map((row) => [row.id, { ...shown(row), href: `/knowledge/${row.id}`, status: row.state }]));
}

function shown({ origin, product, updatedAt }: Row) {
  return { origin, product, updatedAt: updatedAt.toISOString() };
}
