import type { ClientBase, Pool, PoolClient } from "pg";
import { Breath } from "./breath.ts";
import {
  bytesOf,
  decodeFacts,
  encodeFacts,
  type Facts,
  MOST_IN_SEGMENT,
  type Posting,
  packSegment,
} from "./segment.ts";
import { readPackables } from "./shelf.ts";
import { sweep } from "./sweep.ts";
import { lockForWriting } from "./write.ts";

/** So many documents in no segment make one: each search reads them from memory, so they may not be many. */
export const PACK_AT = 128;
/** So many segments of about one size make one, eight times the size. */
const MERGE_AT = 8;
const BATCH = 500;
const POSTINGS_A_STATEMENT = 4_000;

/** Documents that become a segment, and the segments that they were in. */
interface Plan {
  generation: number;
  keys: readonly number[];
  retire: readonly number[];
}

/**
 * Packs what has piled up in the live generation, while searches and writes go on. Segments are made beside what there is
 * and come to count in one short transaction. Does nothing while another process packs.
 */
export async function packLive(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS mine`);
    if (!rows[0]?.mine) return;
    try {
      for (let plan = await planLive(client); plan; plan = await planLive(client)) await carryOut(client, plan);
      await sweep(client);
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    }
  } finally {
    client.release();
  }
}

const LOCK = "hashtext('mintreu search pack')";

/** Packs all that a generation that is built has in no segment. It is nobody else's, so no other process packs it. */
export async function packBuilding(client: PoolClient, generation: number): Promise<void> {
  for (let keys = await freshOf(client, generation); keys.length > 0; keys = await freshOf(client, generation))
    await carryOut(client, { generation, keys, retire: [] });
}

async function planLive(client: ClientBase): Promise<Plan | null> {
  const { rows } = await client.query<{ id: number }>("SELECT id FROM search_generation WHERE state = 'live'");
  const generation = rows[0]?.id;
  if (generation === undefined) return null;
  const fresh = await freshOf(client, generation);
  if (fresh.length >= PACK_AT) return { generation, keys: fresh, retire: [] };
  const merge = segmentsToMerge(await segmentsOf(client, generation));
  if (merge.length === 0) return null;
  const keys = merge.flatMap(({ kept }) => kept).sort((a, b) => a - b);
  return { generation, keys, retire: merge.map(({ id }) => id) };
}

async function freshOf(client: ClientBase, generation: number): Promise<number[]> {
  const { rows } = await client.query<{ key: string }>(
    "SELECT key FROM search_fresh WHERE generation_id = $1 ORDER BY key LIMIT $2",
    [generation, MOST_IN_SEGMENT],
  );
  return rows.map(({ key }) => Number(key));
}

/** A segment that counts, with the keys of what is still there. */
interface Counting {
  id: number;
  size: number;
  kept: number[];
}

async function segmentsOf(client: ClientBase, generation: number): Promise<Counting[]> {
  const { rows } = await client.query<{ id: number; documents: Buffer; gone: Buffer }>(
    "SELECT id, documents, gone FROM search_segment WHERE generation_id = $1 AND retired_at IS NULL ORDER BY id",
    [generation],
  );
  return rows.map(({ id, documents, gone }) => {
    const { keys, size } = decodeFacts(documents, []);
    const kept = [...keys].filter((_, place) => !isSet(gone, place));
    return { id, size, kept };
  });
}

/** Segments of about one size when there are enough of them, or one of which most is gone. */
function segmentsToMerge(segments: readonly Counting[]): Counting[] {
  const wasteful = segments.find(({ size, kept }) => kept.length < size / 2);
  if (wasteful) return [wasteful];
  const tiers = Map.groupBy(segments, ({ kept }) => Math.floor(Math.log(kept.length / PACK_AT) / Math.log(MERGE_AT)));
  for (const tier of tiers.values()) {
    const fitting = upTo(MOST_IN_SEGMENT, tier);
    if (fitting.length >= MERGE_AT || (fitting.length >= 2 && fitting.length < tier.length)) return fitting;
  }
  return [];
}

/** The first segments that are not too many documents together. */
function upTo(most: number, segments: readonly Counting[]): Counting[] {
  const taken: Counting[] = [];
  let sum = 0;
  for (const segment of segments) {
    sum += segment.kept.length;
    if (sum > most) break;
    taken.push(segment);
  }
  return taken;
}

async function carryOut(client: ClientBase, plan: Plan): Promise<void> {
  const { generation, keys, retire } = plan;
  const { facts, postings } = await packSegment(documentsOf(client, keys), keys.length);
  const id = facts.size > 0 ? await insertSegment(client, generation, facts) : null;
  if (id !== null) await insertPostings(client, id, postings);
  await client.query("BEGIN");
  try {
    await lockForWriting(client);
    if (id !== null) await makeCount(client, id, facts);
    await client.query("UPDATE search_segment SET retired_at = now() WHERE id = ANY ($1::int[])", [retire]);
    await client.query("DELETE FROM search_fresh WHERE generation_id = $1 AND key = ANY ($2::bigint[])", [
      generation,
      keys,
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
  if (retire.length === 0) await countWords(client, generation, postings);
}

/** From now on it is searched, without what was replaced or taken out while it was made. */
async function makeCount(client: ClientBase, id: number, facts: Facts): Promise<void> {
  const gone = await goneSince(client, facts);
  await client.query("UPDATE search_segment SET retired_at = NULL, gone = $2 WHERE id = $1", [id, gone]);
}

async function* documentsOf(client: ClientBase, keys: readonly number[]) {
  const breath = new Breath();
  for (let from = 0; from < keys.length; from += BATCH) {
    for (const document of await readPackables(client, keys.slice(from, from + BATCH))) {
      yield document;
      await breath.take();
    }
  }
}

/** It does not count yet. */
async function insertSegment(client: ClientBase, generation: number, facts: Facts): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO search_segment (generation_id, documents, products, gone, retired_at)
     VALUES ($1, $2, $3, $4, now()) RETURNING id`,
    [generation, encodeFacts(facts), facts.productIds.slice(1), Buffer.alloc(Math.ceil(facts.size / 8))],
  );
  if (!rows[0]) throw new Error("a segment was not inserted");
  return rows[0].id;
}

async function insertPostings(client: ClientBase, id: number, postings: ReadonlyMap<string, Posting>): Promise<void> {
  const words = [...postings.keys()].sort();
  for (let from = 0; from < words.length; from += POSTINGS_A_STATEMENT) {
    const some = words.slice(from, from + POSTINGS_A_STATEMENT);
    const lists = some.flatMap((word) => postings.get(word) ?? []);
    await client.query({
      name: "search-insert-postings",
      text: `INSERT INTO search_posting (segment_id, word, documents, weights)
             SELECT $1, * FROM unnest($2::text[], $3::bytea[], $4::bytea[])`,
      values: [
        ...[id, some],
        ...[lists.map(({ documents }) => bytesOf(documents)), lists.map(({ weights }) => bytesOf(weights))],
      ],
    });
  }
}

/** Which documents of a segment were replaced or taken out while it was made. */
async function goneSince(client: ClientBase, { keys, size }: Facts): Promise<Buffer> {
  const { rows } = await client.query<{ key: string }>(
    "SELECT key FROM search_document WHERE key = ANY ($1::bigint[])",
    [[...keys.subarray(0, size)]],
  );
  const there = new Set(rows.map(({ key }) => Number(key)));
  const gone = Buffer.alloc(Math.ceil(size / 8));
  for (let place = 0; place < size; place++)
    if (!there.has(keys[place] ?? 0)) gone[place >> 3] = (gone[place >> 3] ?? 0) | (1 << (place & 7));
  return gone;
}

async function countWords(
  client: ClientBase,
  generation: number,
  postings: ReadonlyMap<string, Posting>,
): Promise<void> {
  const words = [...postings.keys()].filter((word) => !word.startsWith("@")).sort();
  for (let from = 0; from < words.length; from += POSTINGS_A_STATEMENT) {
    const some = words.slice(from, from + POSTINGS_A_STATEMENT);
    await client.query({
      name: "search-count-words",
      text: `UPDATE search_word w SET documents = w.documents + c.count
             FROM unnest($2::text[], $3::int[]) AS c (stem, count) WHERE w.generation_id = $1 AND w.stem = c.stem`,
      values: [generation, some, some.map((word) => postings.get(word)?.weights.length ?? 0)],
    });
  }
}

/** Whether a bit is set, by its place. */
export function isSet(bits: Uint8Array, place: number): boolean {
  return ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
}
