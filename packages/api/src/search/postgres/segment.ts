import { DOCUMENT_KINDS, type DocumentKind } from "../schema.ts";

/** Most documents that are packed together: a place fits in two bytes, and packing them takes a second or two. */
export const MOST_IN_SEGMENT = 16_384;

/** Where a word stands: documents by their place in the segment, ascending, and how much it says about each. */
export interface Posting {
  documents: Uint16Array;
  weights: Uint8Array;
}

/** What is known of each document of a segment, by its place. Never changes. */
export interface Facts {
  size: number;
  /** Keys of `search_document`. */
  keys: Float64Array;
  /** The document's group as a number, see `groupNumber`. */
  groups: Float64Array;
  /** Index into `productIds`; 0 for none. */
  products: Uint16Array;
  /** Index into DOCUMENT_KINDS. */
  kinds: Uint8Array;
  /** The first is no product. */
  productIds: readonly string[];
}

/** A document on its way into a segment. */
export interface Packable {
  key: number;
  group: string;
  kind: DocumentKind;
  productId: string | null;
  words: readonly string[];
  weights: Uint8Array;
}

/** Packs documents, place by place. `breathe` is awaited between them, so that nobody waits for it. */
export async function packSegment(documents: AsyncIterable<Packable> | Iterable<Packable>, size: number) {
  const building = new Building(size);
  for await (const document of documents) building.add(document);
  return building.done();
}

/** Packs a handful of documents at once. */
export function packAtOnce(documents: readonly Packable[]) {
  const building = new Building(documents.length);
  for (const document of documents) building.add(document);
  return building.done();
}

class Building {
  readonly #facts: Facts & { productIds: string[] };
  readonly #productNumbers = new Map<string, number>();
  readonly #lists = new Map<string, { documents: number[]; weights: number[] }>();
  #place = 0;

  constructor(size: number) {
    this.#facts = {
      size: 0,
      keys: new Float64Array(size),
      groups: new Float64Array(size),
      products: new Uint16Array(size),
      kinds: new Uint8Array(size),
      productIds: [""],
    };
  }

  add({ key, group, kind, productId, words, weights }: Packable): void {
    const place = this.#place++;
    this.#facts.keys[place] = key;
    this.#facts.groups[place] = groupNumber(group);
    this.#facts.kinds[place] = DOCUMENT_KINDS.indexOf(kind);
    this.#facts.products[place] = productId === null ? 0 : this.#numberOf(productId);
    for (let index = 0; index < words.length; index++) {
      const word = words[index] ?? "";
      let list = this.#lists.get(word);
      if (!list) {
        list = { documents: [], weights: [] };
        this.#lists.set(word, list);
      }
      list.documents.push(place);
      list.weights.push(weights[index] ?? 0);
    }
  }

  done(): { facts: Facts; postings: Map<string, Posting> } {
    const postings = new Map<string, Posting>();
    for (const [word, { documents, weights }] of this.#lists)
      postings.set(word, { documents: Uint16Array.from(documents), weights: Uint8Array.from(weights) });
    this.#facts.size = this.#place;
    return { facts: this.#facts, postings };
  }

  #numberOf(productId: string): number {
    let number = this.#productNumbers.get(productId);
    if (number === undefined) {
      number = this.#facts.productIds.push(productId) - 1;
      this.#productNumbers.set(productId, number);
    }
    return number;
  }
}

/**
 * A group's name as a number of 53 bits: two of a million groups are the same number with a chance of one in 18,000, and
 * then a count is one less. (cyrb53 by bryc, public domain.)
 */
export function groupNumber(group: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < group.length; index++) {
    const code = group.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** Facts as bytes, widest first, so that each part lies where its width wants it. */
export function encodeFacts({ size, keys, groups, products, kinds }: Facts): Buffer {
  const parts = [keys, groups, products, kinds].map((part) => bytesOf(part.subarray(0, size)));
  return Buffer.concat(parts);
}

/** @param productIds of the row, without the first. */
export function decodeFacts(bytes: Uint8Array, productIds: readonly string[]): Facts {
  const size = bytes.length / 19;
  const own = new Uint8Array(bytes).buffer;
  return {
    size,
    keys: new Float64Array(own, 0, size),
    groups: new Float64Array(own, 8 * size, size),
    products: new Uint16Array(own, 16 * size, size),
    kinds: new Uint8Array(own, 18 * size, size),
    productIds: ["", ...productIds],
  };
}

/** The bytes of numbers, as they lie in memory: little-endian on every machine that we run on. */
export function bytesOf(numbers: Float64Array | Uint16Array | Uint8Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Numbers of two bytes; copied, because they may lie anywhere in a packet of the database. */
export function shortsOf(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(new Uint8Array(bytes).buffer);
}

/** Where a document with this key is, or -1. Keys ascend within a segment. */
export function placeOf({ keys, size }: Facts, key: number): number {
  let from = 0;
  let to = size;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  return keys[from] === key && from < size ? from : -1;
}
