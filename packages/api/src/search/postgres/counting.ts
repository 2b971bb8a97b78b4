import { DOCUMENT_KINDS, type DocumentKind } from "../schema.ts";
import type { Facts } from "./segment.ts";

/** So many groups are told apart. */
const MOST_EXACT = 4_096;

/** How many groups were found, in all, by kind and by product. */
export interface Counts {
  total: number;
  kinds: Partial<Record<DocumentKind, number>>;
  products: Map<string, number>;
}

/**
 * Counts groups: exactly, up to MOST_EXACT. Of the documents beyond, each counts for as much of a group as those of its kind
 * did before; nobody reads the last digits of 20,000, and telling them apart would be most of the work of such a search.
 */
export class Counting {
  readonly #seen = new Set<number>();
  readonly #documents = new Float64Array(DOCUMENT_KINDS.length);
  readonly #kinds = new Float64Array(DOCUMENT_KINDS.length);
  readonly #products = new Map<Facts, Float64Array>();
  #facts: Facts | null = null;
  #ofFacts: Float64Array = new Float64Array(0);

  count(facts: Facts, place: number): void {
    const kind = facts.kinds[place] as number;
    const share = this.#shareOf(facts.groups[place] as number, kind);
    if (share === 0) return;
    this.#kinds[kind] = (this.#kinds[kind] as number) + share;
    if (facts !== this.#facts) this.#begin(facts);
    const product = facts.products[place] as number;
    this.#ofFacts[product] = (this.#ofFacts[product] as number) + share;
  }

  done(): Counts {
    const products = new Map<string, number>();
    for (const [{ productIds }, counts] of this.#products) {
      for (const [number, id] of productIds.entries()) {
        const count = counts[number] ?? 0;
        if (number > 0 && count > 0) products.set(id, (products.get(id) ?? 0) + count);
      }
    }
    const kinds = DOCUMENT_KINDS.map((kind, number) => [kind, Math.round(this.#kinds[number] ?? 0)] as const);
    return {
      total: kinds.reduce((sum, [, count]) => sum + count, 0),
      kinds: Object.fromEntries(kinds.filter(([, count]) => count > 0)),
      products: new Map([...products].map(([id, count]) => [id, Math.max(1, Math.round(count))])),
    };
  }

  /** @returns 1 for the first document of a group, 0 for another. */
  #shareOf(group: number, kind: number): number {
    const documents = this.#documents[kind] as number;
    this.#documents[kind] = documents + 1;
    if (this.#seen.size >= MOST_EXACT) return documents === 0 ? 1 : (this.#kinds[kind] as number) / documents;
    const before = this.#seen.size;
    return this.#seen.add(group).size - before;
  }

  #begin(facts: Facts): void {
    this.#facts = facts;
    const known = this.#products.get(facts);
    this.#ofFacts = known ?? new Float64Array(facts.productIds.length);
    this.#products.set(facts, this.#ofFacts);
  }
}
