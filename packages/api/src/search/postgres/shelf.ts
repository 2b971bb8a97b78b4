import type { ClientBase, Pool } from "pg";
import type { DocumentKind } from "../schema.ts";
import { decodeFacts, type Facts, type Packable, type Posting, packAtOnce, shortsOf } from "./segment.ts";

/** Most bytes of postings that a process keeps at hand. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Most segments whose facts are kept at hand: retired ones among them go when it is full. */
const MOST_FACTS = 300;
/** What a list costs besides its bytes. */
const BESIDES = 200;

/** A segment at one moment. */
interface Segment {
  /** Null for the documents that are in none yet; they are packed in memory. */
  id: number | null;
  facts: Facts;
  /** A bit for each document that is not there any more. */
  gone: Uint8Array;
}

/** What is searched, at one moment: all that was committed before, and nothing after. */
export interface Snapshot {
  generation: number;
  segments: readonly Segment[];
  /** How many documents are in no segment yet. */
  fresh: number;
}

/** A word's postings, in the order of the snapshot's segments; null where it does not stand. */
export type Postings = readonly (Posting | null)[];

/**
 * What a process keeps at hand of the index. It can keep it without asking whether it is still so, because segments,
 * postings and documents never change: which of them count, each search asks anew.
 */
export class Shelf {
  readonly #pool: Pool;
  readonly #facts = new Map<number, Facts>();
  readonly #fresh = new Map<number, Packable>();
  readonly #postings = new Map<string, Posting | null>();
  #bytes = 0;
  #packed: { of: string; facts: Facts; postings: Map<string, Posting> } = { of: "", ...packAtOnce([]) };

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** @returns null when the index was changed while it was read: ask again. */
  async snapshot(): Promise<Snapshot | null> {
    const state = await this.#state();
    const [facts, fresh] = await Promise.all([
      this.factsOf(this.#pool, [...state.gone.keys()]),
      this.#freshOf(state.fresh),
    ]);
    if (!facts || !fresh) return null;
    const segments: Segment[] = [...state.gone].flatMap(([id, gone]) => {
      const known = facts.get(id);
      return known ? [{ id, facts: known, gone }] : [];
    });
    if (fresh.length > 0) segments.push({ id: null, facts: this.#pack(fresh), gone: new Uint8Array(0) });
    return { generation: state.generation, segments, fresh: fresh.length };
  }

  /** Facts of segments. @returns null when one does not exist any more. */
  async factsOf(asking: Asking, ids: readonly number[]): Promise<ReadonlyMap<number, Facts> | null> {
    if (this.#facts.size > MOST_FACTS) this.#facts.clear();
    const missing = ids.filter((id) => !this.#facts.has(id));
    if (missing.length > 0) {
      for (const [id, facts] of await readFacts(asking, missing)) this.#facts.set(id, facts);
    }
    const found = ids.flatMap((id): [number, Facts][] => {
      const facts = this.#facts.get(id);
      return facts ? [[id, facts]] : [];
    });
    return found.length === ids.length ? new Map(found) : null;
  }

  /** Postings of words in a snapshot; one statement for what is not at hand. */
  async postings({ segments }: Snapshot, words: Iterable<string>): Promise<Map<string, Postings>> {
    const wanted = [...new Set(words)];
    const found = new Map<string, (Posting | null)[]>();
    const missing: string[] = [];
    for (const word of wanted) {
      const lists = segments.map(({ id }) => this.#at(word, id));
      if (lists.includes(undefined)) missing.push(word);
      else found.set(word, lists as (Posting | null)[]);
    }
    if (missing.length === 0) return found;
    const ids = segments.flatMap(({ id }) => id ?? []);
    const read = await this.#read(missing, ids);
    for (const word of missing) {
      const lists = segments.map(({ id }) =>
        id === null ? (this.#at(word, id) ?? null) : (read.get(id + word) ?? null),
      );
      found.set(word, lists);
    }
    return found;
  }

  /** Undefined where it is not known. */
  #at(word: string, id: number | null): Posting | null | undefined {
    if (id === null) return this.#packed.postings.get(word) ?? null;
    const key = id + word;
    const posting = this.#postings.get(key);
    if (posting === undefined) return undefined;
    // A Map keeps the order of insertion: what is used moves to the end, what is not used for longest is first.
    this.#postings.delete(key);
    this.#postings.set(key, posting);
    return posting;
  }

  async #read(words: readonly string[], segments: readonly number[]): Promise<Map<string, Posting>> {
    const read = new Map<string, Posting>();
    if (segments.length === 0) return read;
    const { rows } = await this.#pool.query<{ word: string; segment_id: number; documents: Buffer; weights: Buffer }>({
      name: "search-postings",
      text: `SELECT word, segment_id, documents, weights FROM search_posting
             WHERE word = ANY ($1::text[]) AND segment_id = ANY ($2::int[])`,
      values: [words, segments],
    });
    for (const { word, segment_id, documents, weights } of rows)
      read.set(segment_id + word, { documents: shortsOf(documents), weights: Uint8Array.from(weights) });
    for (const word of words) for (const id of segments) this.#keep(id + word, read.get(id + word) ?? null);
    return read;
  }

  #keep(key: string, posting: Posting | null): void {
    if (this.#postings.has(key)) return;
    this.#postings.set(key, posting);
    this.#bytes += sizeOf(posting);
    for (const [oldest, value] of this.#postings) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#postings.delete(oldest);
      this.#bytes -= sizeOf(value);
    }
  }

  async #state() {
    const { rows } = await this.#pool.query<{
      generation: number;
      segment: number | null;
      gone: Buffer | null;
      fresh: string | null;
    }>({
      name: "search-state",
      text: `WITH live AS (SELECT id FROM search_generation WHERE state = 'live')
             SELECT live.id AS generation, s.id AS segment, s.gone, NULL::bigint AS fresh
             FROM live JOIN search_segment s ON s.generation_id = live.id WHERE s.retired_at IS NULL
             UNION ALL SELECT live.id, NULL, NULL, f.key FROM live JOIN search_fresh f ON f.generation_id = live.id
             UNION ALL SELECT live.id, NULL, NULL, NULL FROM live`,
    });
    const gone = new Map(rows.flatMap((row) => (row.segment && row.gone ? [[row.segment, row.gone] as const] : [])));
    const fresh = rows.flatMap((row) => (row.fresh === null ? [] : [Number(row.fresh)])).sort((a, b) => a - b);
    return { generation: rows[0]?.generation ?? 0, gone, fresh };
  }

  async #freshOf(keys: readonly number[]): Promise<Packable[] | null> {
    const missing = keys.filter((key) => !this.#fresh.has(key));
    if (missing.length > 0) {
      const wanted = new Set(keys);
      for (const key of this.#fresh.keys()) if (!wanted.has(key)) this.#fresh.delete(key);
      for (const document of await readPackables(this.#pool, missing)) this.#fresh.set(document.key, document);
    }
    const found = keys.flatMap((key) => this.#fresh.get(key) ?? []);
    return found.length === keys.length ? found : null;
  }

  #pack(fresh: readonly Packable[]): Facts {
    const of = fresh.map(({ key }) => key).join();
    if (this.#packed.of !== of) this.#packed = { of, ...packAtOnce(fresh) };
    return this.#packed.facts;
  }
}

function sizeOf(posting: Posting | null): number {
  return posting ? BESIDES + 3 * posting.weights.length : BESIDES;
}

/** A connection, or the pool. */
type Asking = Pick<ClientBase, "query">;

async function readFacts(asking: Asking, ids: readonly number[]): Promise<Map<number, Facts>> {
  const { rows } = await asking.query<{ id: number; documents: Buffer; products: string[] }>({
    name: "search-facts",
    text: "SELECT id, documents, products FROM search_segment WHERE id = ANY ($1::int[])",
    values: [ids],
  });
  return new Map(rows.map(({ id, documents, products }) => [id, decodeFacts(documents, products)]));
}

/** Documents as they are packed, in the order of their keys; those that are gone are left out. */
export async function readPackables(asking: Asking, keys: readonly number[]): Promise<Packable[]> {
  const { rows } = await asking.query<{
    key: string;
    kind: DocumentKind;
    group_id: string;
    product_id: string | null;
    words: string;
    weights: Buffer;
  }>({
    name: "search-packables",
    text: `SELECT key, kind, group_id, product_id, words, weights FROM search_document
           WHERE key = ANY ($1::bigint[]) ORDER BY key`,
    values: [keys],
  });
  return rows.map(({ key, kind, group_id, product_id, words, weights }) => ({
    ...{ key: Number(key), kind, group: group_id, productId: product_id },
    ...{ words: words.split(" "), weights: Uint8Array.from(weights) },
  }));
}
