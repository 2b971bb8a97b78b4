import type { System } from "../core/system.ts";
import type { EngineHit, EngineResult } from "./engine.ts";
import { DOCUMENT_KINDS, type Hit, type SearchAnswer } from "./schema.ts";

const MOST_PRODUCTS = 20;

/**
 * How much there is of each kind.
 *
 * @param gone what the engine found and the reader may not see any more.
 * @param first what stands before it.
 */
export function kindsOf(
  found: EngineResult["kinds"],
  gone: readonly EngineHit[],
  first: readonly Hit[],
): SearchAnswer["facets"]["kinds"] {
  const of = (some: readonly { kind: string }[], kind: string) => some.filter((one) => one.kind === kind).length;
  const kinds = DOCUMENT_KINDS.map((kind) => {
    return { kind, count: (found[kind] ?? 0) - of(gone, kind) + of(first, kind) };
  });
  return kinds.filter(({ count }) => count > 0);
}

/** How much there is of each product, most first. */
export async function productsOf(
  { db }: System,
  counts: EngineResult["products"],
): Promise<SearchAnswer["facets"]["products"]> {
  const ids = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<{ id: string; name: string }>({
    name: "products-of-facet",
    text: "SELECT id, name FROM product WHERE id = ANY ($1::uuid[])",
    values: [ids.slice(0, MOST_PRODUCTS).map(([id]) => id)],
  });
  return rows.map((row) => ({ ...row, count: counts[row.id] ?? 0 })).sort((a, b) => b.count - a.count);
}
