import { READER, readerValues } from "../../articles/access.ts";
import type { ReaderContext } from "../../core/reader.ts";
import type { Shown } from "./hits.ts";
import { inDesk } from "./in-desk.ts";

/** A product as a hit shows it: a subquery for a column that holds its id. */
export const productOf = (id: string): string =>
  `(SELECT json_build_object('id', pr.id, 'name', pr.name, 'hue', pr.hue) FROM product pr WHERE pr.id = ${id})`;

/** Products, for the members of the desk that sells them, and for admins. */
export async function productHits(context: ReaderContext, ids: readonly string[]) {
  const { rows } = await context.system.db.pool.query<{ id: string; origin: string; product: Shown["product"] }>({
    name: "product-hits",
    text: `SELECT p.id, d.name AS origin, ${productOf("p.id")} AS product
           FROM product p JOIN desk d ON d.id = p.desk_id
           WHERE p.id = ANY ($3::uuid[]) AND ${inDesk("p.desk_id", READER)}`,
    values: [...readerValues(context), ids],
  });
  const rest = { status: null, updatedAt: null };
  return new Map(
    rows.map(({ id, ...row }): [string, Shown] => [id, { ...row, ...rest, href: `/documentation?product=${id}` }]),
  );
}
