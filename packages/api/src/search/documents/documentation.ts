import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { SearchDocument } from "../engine.ts";
import { READERS_OF_DOCUMENTATION } from "../readers.ts";

interface Row {
  id: string;
  productId: string;
  deskId: string;
  url: string;
  title: string;
  headings: string[];
  body: string;
  updatedAt: Date;
}

/** What is no public address is not shown in search. */
const LINKS = `
  SELECT l.id, l.product_id AS "productId", p.desk_id AS "deskId", l.url, l.title, ARRAY[]::text[] AS headings,
    concat_ws(' ', p.name, l.kind, l.version) AS body, l.created_at AS "updatedAt"
  FROM unnest($1::uuid[]) AS q (id) JOIN product_link l ON l.id = q.id JOIN product p ON p.id = l.product_id
  WHERE l.state <> 'refused'`;

const PAGES = `
  SELECT g.id, s.product_id AS "productId", p.desk_id AS "deskId", g.url, g.title,
    string_to_array(g.headings, E'\\n') AS headings, g.text AS body, g.read_at AS "updatedAt"
  FROM unnest($1::uuid[]) AS q (id) JOIN product_page g ON g.id = q.id
    JOIN product_source s ON s.id = g.source_id JOIN product p ON p.id = s.product_id`;

/** Links that developers list for their products. */
export async function linkDocuments(client: ClientBase, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await client.query<Row>({ name: "links-to-index", text: LINKS, values: [ids] });
  return rows.map((row) => documentOf("link", row));
}

/** Pages of documentation sites that were read. */
export async function pageDocuments(client: ClientBase, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await client.query<Row>({ name: "pages-to-index", text: PAGES, values: [ids] });
  return rows.map((row) => documentOf("page", row));
}

function documentOf(thing: "link" | "page", { id, url, updatedAt, ...row }: Row): SearchDocument {
  return {
    ...row,
    ...{ id: `${thing}:${id}`, kind: "documentation", group: addressGroup(row.productId, url) },
    ...{ readers: READERS_OF_DOCUMENTATION, open: false, updatedAt: updatedAt.toISOString() },
  };
}

/** A link and a page of one address are one thing to find. */
function addressGroup(productId: string, url: string): string {
  const address = url.replace(/[#].*$/, "").replace(/\/$/, "");
  return `url:${productId}:${createHash("sha256").update(address).digest("hex").slice(0, 16)}`;
}
