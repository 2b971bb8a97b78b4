import type { ReaderContext } from "../../core/reader.ts";
import type { Shown } from "./hits.ts";
import { productOf } from "./products.ts";

interface Row {
  id: string;
  url: string;
  product: Shown["product"];
  updatedAt: Date | null;
}

const LINKS = `
  SELECT l.id, l.url, ${productOf("l.product_id")} AS product, l.checked_at AS "updatedAt"
  FROM product_link l WHERE l.id = ANY ($1::uuid[]) AND l.state <> 'refused'`;
const PAGES = `
  SELECT g.id, g.url, ${productOf("s.product_id")} AS product, g.read_at AS "updatedAt"
  FROM product_page g JOIN product_source s ON s.id = g.source_id WHERE g.id = ANY ($1::uuid[])`;

/** Links of products' documentation: everybody may see them. */
export function linkHits(context: ReaderContext, ids: readonly string[]): Promise<Map<string, Shown>> {
  return load(context, ids, { name: "link-hits", text: LINKS });
}

/** Pages of products' documentation. */
export function pageHits(context: ReaderContext, ids: readonly string[]): Promise<Map<string, Shown>> {
  return load(context, ids, { name: "page-hits", text: PAGES });
}

async function load({ system }: ReaderContext, ids: readonly string[], statement: { name: string; text: string }) {
  const { rows } = await system.db.pool.query<Row>({ ...statement, values: [ids] });
  return new Map(
    rows.map(({ id, url, product, updatedAt }): [string, Shown] => [
      id,
      {
        ...{ href: url, origin: new URL(url).host, product, status: null },
        updatedAt: updatedAt?.toISOString() ?? null,
      },
    ]),
  );
}
