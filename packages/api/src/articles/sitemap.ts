import type { ReaderContext } from "../core/reader.ts";
import type { SitemapAddress, SitemapPart } from "./reading.ts";
import { SITEMAP_KINDS, type SitemapKind, type SitemapPartInput } from "./schema.ts";

/** Addresses in one part, a tenth of what a file may have: it is put together in memory. https://www.sitemaps.org/protocol.html */
const ADDRESSES = 5_000;

/** What anybody may read, the same for every reader: collections only with something in them, as their pages are. */
const PUBLIC: Record<SitemapKind, string> = {
  // The time is a select of its own, so that who only counts articles does not look at their pages.
  articles: `SELECT a.id, a.slug, (SELECT pg.updated_at FROM article_page pg WHERE pg.article_id = a.id) AS "updatedAt"
    FROM article a WHERE a.audience = 'public' AND a.published_revision IS NOT NULL`,
  collections: `SELECT c.id, c.slug, NULL::timestamptz AS "updatedAt" FROM collection c WHERE c.id IN (
    WITH held AS MATERIALIZED (
      SELECT DISTINCT a.collection_id AS id FROM article a WHERE a.audience = 'public' AND a.published_revision IS NOT NULL)
    SELECT id FROM held UNION SELECT s.parent_id FROM held JOIN collection s ON s.id = held.id)`,
  products: `SELECT p.id, p.slug, NULL::timestamptz AS "updatedAt" FROM product p WHERE p.id IN (
    SELECT product_id FROM product_link UNION
    SELECT a.product_id FROM article a WHERE a.audience = 'public' AND a.published_revision IS NOT NULL)`,
};

/**
 * The parts of the sitemap, each known by the id of its first address. A part is never longer than it may be: what comes to be
 * within one after this was asked may push others out of it, which are in the next part once it is asked again.
 */
export async function listSitemap({ system }: ReaderContext): Promise<SitemapPart[]> {
  const parts = SITEMAP_KINDS.map(async (kind) => {
    const { rows } = await system.db.pool.query<{ from: string }>(
      `SELECT n.id AS "from" FROM (SELECT p.id, row_number() OVER (ORDER BY p.id) AS place FROM (${PUBLIC[kind]}) p) n
       WHERE n.place % ${ADDRESSES} = 1 ORDER BY n.id`,
    );
    return rows.map(({ from }) => ({ kind, from }));
  });
  return (await Promise.all(parts)).flat();
}

/** The addresses of one part. */
export async function readSitemapPart(
  { system }: ReaderContext,
  { kind, from }: SitemapPartInput,
): Promise<SitemapAddress[]> {
  const { rows } = await system.db.pool.query<{ slug: string; updatedAt: Date | null }>(
    `SELECT p.slug, p."updatedAt" FROM (${PUBLIC[kind]}) p WHERE p.id >= $1::uuid ORDER BY p.id LIMIT ${ADDRESSES}`,
    [from],
  );
  return rows.map(({ slug, updatedAt }) => ({ slug, updatedAt: updatedAt?.toISOString() ?? null }));
}
