import type { ClientBase } from "pg";
import type { SearchDocument } from "../engine.ts";
import { readersOfProduct } from "../readers.ts";

interface Row {
  id: string;
  deskId: string;
  title: string;
  body: string;
  updatedAt: Date;
}

const PRODUCTS = `
  SELECT p.id, p.desk_id AS "deskId", p.name AS title, concat_ws(E'\\n', p.tagline, p.description) AS body,
    p.created_at AS "updatedAt"
  FROM unnest($1::uuid[]) AS q (id) JOIN product p ON p.id = q.id`;

/** Products, for the agents who answer for them. */
export async function productDocuments(client: ClientBase, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await client.query<Row>({ name: "products-to-index", text: PRODUCTS, values: [ids] });
  return rows.map(({ id, updatedAt, ...row }) => ({
    ...row,
    ...{ id: `product:${id}`, kind: "product", group: `product:${id}`, headings: [], productId: id, open: false },
    ...{ readers: readersOfProduct(row), updatedAt: updatedAt.toISOString() },
  }));
}
