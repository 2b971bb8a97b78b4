import { DOCUMENT_KINDS, type DocumentKind } from "../schema.ts";
import { Breath } from "./breath.ts";
import type { Resolved } from "./resolve.ts";
import type { Facts, Posting } from "./segment.ts";
import type { Snapshot } from "./shelf.ts";
import type { Visible } from "./visible.ts";

/** A document that was found. */
export interface Scored {
  key: number;
  group: number;
  score: number;
}

/** What was found: the best of each group, as many as were asked for, and counts of all. */
export interface Found {
  best: Scored[];
  total: number;
  kinds: Partial<Record<DocumentKind, number>>;
  products: Map<string, number>;
}

/**
 * What is found has this share of the search, of what the one has that has most of it; measured by what tells documents
 * apart. The rest shares a common word and nothing else, and would only be counted.
 */
const LEAST_COVERED = 0.4;

interface Scoring {
  snapshot: Snapshot;
  visible: Visible;
  terms: readonly Resolved[];
  /** How many groups are wanted. */
  most: number;
}

/** Scores every visible document that has a word of the search: for each term the surest of what it stands for. */
export async function score({ snapshot, visible, terms, most }: Scoring): Promise<Found> {
  const breath = new Breath();
  const counting = new Counting();
  const best = new Best(most);
  const sums: Sums[] = [];
  for (const [index, mask] of visible.masks.entries()) {
    sums.push(sumsOf(terms, index, mask));
    await breath.take();
  }
  const enough = LEAST_COVERED * Math.max(...sums.map(({ mostCovered }) => mostCovered));
  for (const [index, { facts }] of snapshot.segments.entries()) {
    const { scores, covered } = sums[index] as Sums;
    for (let place = 0; place < facts.size; place++) {
      const value = scores[place] as number;
      if (value === 0 || (covered[place] as number) < enough) continue;
      counting.count(facts, place);
      best.offer(facts, place, value);
    }
    await breath.take();
  }
  return { best: best.done(), ...counting.done() };
}

/** Of each document of a segment, its score and how much of the search it has; 0 for those that may not be seen. */
interface Sums {
  scores: Float32Array;
  covered: Float32Array;
  mostCovered: number;
}

function sumsOf(terms: readonly Resolved[], segment: number, mask: Uint8Array): Sums {
  const sums = { scores: new Float32Array(mask.length), covered: new Float32Array(mask.length), mostCovered: 0 };
  const own = new Float32Array(mask.length);
  for (const { lists, idf } of terms) {
    const here = lists.flatMap(({ postings, weight, idf: rarity }) => {
      const posting = postings[segment];
      return posting ? [{ posting, factor: (weight * rarity) / 255 }] : [];
    });
    for (const { posting, factor } of here) raise(own, posting, factor);
    for (const { posting } of here) add(sums, { own, mask, idf }, posting);
  }
  return sums;
}

function raise(own: Float32Array, { documents, weights }: Posting, factor: number): void {
  for (let index = 0; index < documents.length; index++) {
    const place = documents[index] as number;
    const value = (weights[index] as number) * factor;
    if (value > (own[place] as number)) own[place] = value;
  }
}

interface Adding {
  own: Float32Array;
  mask: Uint8Array;
  idf: number;
}

/** Adds what a term gave each document, once, and leaves nothing for the next term. */
function add(sums: Sums, { own, mask, idf }: Adding, { documents }: Posting): void {
  const { scores, covered } = sums;
  for (let index = 0; index < documents.length; index++) {
    const place = documents[index] as number;
    const value = own[place] as number;
    own[place] = 0;
    if (value === 0 || mask[place] === 0) continue;
    scores[place] = (scores[place] as number) + value;
    const sum = (covered[place] as number) + idf;
    covered[place] = sum;
    if (sum > sums.mostCovered) sums.mostCovered = sum;
  }
}

/** Counts groups. */
class Counting {
  readonly #seen = new NumberSet();
  readonly #kinds = new Uint32Array(DOCUMENT_KINDS.length);
  readonly #products = new Map<Facts, Uint32Array>();

  count(facts: Facts, place: number): void {
    if (!this.#seen.add(facts.groups[place] ?? 0)) return;
    const kind = facts.kinds[place] ?? 0;
    this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    let products = this.#products.get(facts);
    if (!products) {
      products = new Uint32Array(facts.productIds.length);
      this.#products.set(facts, products);
    }
    const product = facts.products[place] ?? 0;
    products[product] = (products[product] ?? 0) + 1;
  }

  done(): Pick<Found, "total" | "kinds" | "products"> {
    const products = new Map<string, number>();
    for (const [{ productIds }, counts] of this.#products)
      counts.forEach((count, number) => {
        const id = productIds[number] ?? "";
        if (number > 0 && count > 0) products.set(id, (products.get(id) ?? 0) + count);
      });
    const counts = DOCUMENT_KINDS.map((kind, index) => [kind, this.#kinds[index] ?? 0] as const);
    return { total: this.#seen.size, kinds: Object.fromEntries(counts.filter(([, count]) => count > 0)), products };
  }
}

/** A set of numbers that takes a hundred thousand in a millisecond or two: open addressing. */
class NumberSet {
  #slots = new Float64Array(1024).fill(-1);
  size = 0;

  /** @returns whether it was not there. */
  add(value: number): boolean {
    if (2 * this.size >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(value);
    if (this.#slots[slot] === value) return false;
    this.#slots[slot] = value;
    this.size++;
    return true;
  }

  #slotOf(value: number): number {
    const mask = this.#slots.length - 1;
    let slot = (value % 4294967291) & mask;
    while (this.#slots[slot] !== -1 && this.#slots[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const values = this.#slots;
    this.#slots = new Float64Array(2 * values.length).fill(-1);
    for (const value of values) if (value !== -1) this.#slots[this.#slotOf(value)] = value;
  }
}

/** Keeps the best of each group, only so many groups. */
class Best {
  readonly #most: number;
  #kept: Scored[] = [];
  #least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(facts: Facts, place: number, value: number): void {
    if (value < this.#least) return;
    this.#kept.push({ key: facts.keys[place] ?? 0, group: facts.groups[place] ?? 0, score: value });
    if (this.#kept.length >= 4 * this.#most + 64) this.#thin();
  }

  done(): Scored[] {
    this.#thin();
    return this.#kept;
  }

  /** Of documents that score alike the newest is first. */
  #thin(): void {
    const groups = new Set<number>();
    const kept: Scored[] = [];
    for (const each of this.#kept.sort((a, b) => b.score - a.score || b.key - a.key)) {
      if (groups.has(each.group)) continue;
      groups.add(each.group);
      kept.push(each);
      if (kept.length === this.#most) {
        this.#least = each.score;
        break;
      }
    }
    this.#kept = kept;
  }
}
