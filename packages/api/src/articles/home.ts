import { DomainError } from "../core/errors.ts";
import type { ReaderContext } from "../core/reader.ts";
import { meantFor, READER, readableTo, readerValues } from "./access.ts";
import { asCard, asCollection, CARD, collectionCard } from "./read-sql.ts";
import type { ArticleCard, CollectionCard, HelpHome } from "./reading.ts";
import type { HomeInput } from "./schema.ts";

const POPULAR = 6;
/** Articles without a collection, and products, that a start page lists at most. */
const MOST = 60;

/**
 * The start page of the help centre, or of one product in it, with what the reader may read. Three statements.
 *
 * @throws NOT_FOUND for a product that does not exist.
 */
export async function readHome(context: ReaderContext, { product: slug }: HomeInput): Promise<HelpHome> {
  const product = slug === undefined ? null : await productBySlug(context, slug);
  const [collections, cards, products] = await Promise.all([
    collectionsOf(context, product),
    cardsOf(context, product?.id ?? null),
    product ? [] : productsWithHelp(context),
  ]);
  const about = product && {
    id: product.id,
    slug: product.slug,
    name: product.name,
    hue: product.hue,
    tagline: product.tagline,
  };
  return { product: about, collections, ...cards, products };
}

interface About {
  id: string;
  deskId: string;
  slug: string;
  name: string;
  hue: number;
  tagline: string;
}

async function productBySlug({ system }: ReaderContext, slug: string): Promise<About> {
  const { rows } = await system.db.pool.query<About>({
    name: "help-product",
    text: `SELECT id, desk_id AS "deskId", slug, name, hue, tagline FROM product WHERE slug = $1`,
    values: [slug],
  });
  if (!rows[0]) throw new DomainError("NOT_FOUND");
  return rows[0];
}

/** A product's are those about it and those its desk has for all of its products; the platform's start page has its own. */
async function collectionsOf(context: ReaderContext, product: About | null): Promise<CollectionCard[]> {
  const scope = product
    ? "c.product_id = $3::uuid OR (c.product_id IS NULL AND c.desk_id = $4::uuid)"
    : "c.product_id IS NULL AND c.desk_id = (SELECT d.id FROM desk d WHERE d.kind = 'platform')";
  const { rows } = await context.system.db.pool.query<CollectionCard>({
    name: product ? "help-product-collections" : "help-collections",
    text: `SELECT * FROM (
        SELECT ${collectionCard(meantFor(READER))}, c.product_id, c.position FROM collection c
        WHERE c.parent_id IS NULL AND (${scope})) c
      WHERE c.articles > 0 ORDER BY c.product_id IS NULL, c.position, c.name`,
    values: [...readerValues(context), ...(product ? [product.id, product.deskId] : [])],
  });
  return rows.map(asCollection);
}

/** What is read most, and what is in no collection. */
async function cardsOf(context: ReaderContext, productId: string | null) {
  const readable = readableTo(READER);
  const about = productId ? "a.product_id = $3::uuid" : "TRUE";
  const others = productId ? "a.product_id = $3::uuid" : "a.product_id IS NULL";
  const cards = (condition: string, most: number) => `
    (SELECT coalesce(json_agg(card), '[]') FROM (
      SELECT ${CARD} AS card FROM article a JOIN article_page pg ON pg.article_id = a.id
      WHERE a.published_revision IS NOT NULL AND ${condition} AND ${readable}
      ORDER BY a.recent_views DESC, a.id DESC LIMIT ${most}) n)`;
  const { rows } = await context.system.db.pool.query<{ popular: ArticleCard[]; others: ArticleCard[] }>({
    name: productId ? "help-product-cards" : "help-cards",
    text: `SELECT ${cards(about, POPULAR)} AS popular, ${cards(`a.collection_id IS NULL AND ${others}`, MOST)} AS others`,
    values: [...readerValues(context), ...(productId ? [productId] : [])],
  });
  const [found] = rows;
  return { popular: (found?.popular ?? []).map(asCard), others: (found?.others ?? []).map(asCard) };
}

async function productsWithHelp(context: ReaderContext): Promise<HelpHome["products"]> {
  const { rows } = await context.system.db.pool.query<HelpHome["products"][number]>({
    name: "help-products",
    text: `WITH written AS (
        SELECT a.product_id AS id, count(*)::int AS articles FROM article a
        WHERE a.published_revision IS NOT NULL AND a.product_id IS NOT NULL AND ${meantFor(READER)} GROUP BY a.product_id)
      SELECT p.slug, p.name, p.hue, p.tagline, coalesce(w.articles, 0) AS articles
      FROM (SELECT id FROM written UNION SELECT product_id FROM product_link) n
      JOIN product p ON p.id = n.id LEFT JOIN written w ON w.id = n.id
      ORDER BY lower(p.name), p.id LIMIT ${MOST}`,
    values: readerValues(context),
  });
  return rows;
}
