import type { System } from "../core/system.ts";
import type { EngineHit, EngineResult } from "./engine.ts";
import { DOCUMENT_KINDS, type Hit, type SearchAnswer } from "./schema.ts";

interface Counted {
  found: Pick<EngineResult, "kinds" | "products">;
  /** What the engine found and the reader may not see any more. */
  gone: readonly EngineHit[];
  /** What stands before it. */
  first: readonly Hit[];
}

const MOST_PRODUCTS = 20;

/** How much there is of each kind and product, most first. */
export async function facetsOf(system: System, { found, gone, first }: Counted): Promise<SearchAnswer["facets"]> {
  const of = (some: readonly { kind: string }[], kind: string) => some.filter((one) => one.kind === kind).length;
  const kinds = DOCUMENT_KINDS.map((kind) => {
    return { kind, count: (found.kinds[kind] ?? 0) - of(gone, kind) + of(first, kind) };
  });
  return { kinds: kinds.filter(({ count }) => count > 0), products: await productsOf(system, found.products) };
}

async function productsOf({ db }: System, counts: Record<string, number>) {
  const ids = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<{ id: string; name: string }>({
    name: "products-of-facet",
    text: "SELECT id, name FROM product WHERE id = ANY ($1::uuid[])",
    values: [ids.slice(0, MOST_PRODUCTS).map(([id]) => id)],
  });
  return rows.map((row) => ({ ...row, count: counts[row.id] ?? 0 })).sort((a, b) => b.count - a.count);
}
