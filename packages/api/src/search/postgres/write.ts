import type { ClientBase } from "pg";
import type { SearchDocument } from "../engine.ts";
import { stemOf } from "../text/stem.ts";
import { bodyOf, storable, titleOf } from "./forward.ts";
import { type Read, readAll } from "./read.ts";
import { bytesOf, placeOf } from "./segment.ts";
import type { Shelf } from "./shelf.ts";

/**
 * One writes at a time, and until its transaction ends: nothing can deadlock, nothing is lost, and a write takes
 * milliseconds. Whoever searches waits for nobody.
 */
export async function lockForWriting(client: ClientBase): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('mintreu search write'))");
}

interface Writing {
  shelf: Shelf;
  documents: readonly SearchDocument[];
  removed: readonly string[];
}

/** Writes to the live generation, and to the one that is built where there is one. The client is in a transaction. */
export async function writeIn(client: ClientBase, { shelf, documents, removed }: Writing): Promise<void> {
  if (documents.length + removed.length === 0) return;
  const read = await readAll(documents);
  const written = read.map(({ document }) => document.id);
  await lockForWriting(client);
  const { rows } = await client.query<{ id: number; state: string }>(
    "SELECT id, state FROM search_generation WHERE state <> 'dropped'",
  );
  for (const { id, state } of rows) {
    const packed = await takeOut(client, id, [...written, ...removed]);
    if (packed.length > 0) await markGone(client, { shelf, generation: id, keys: packed });
    await insertDocuments(client, id, read);
    if (state === "building") await remember(client, id, { written, removed });
  }
}

/** Puts documents into a generation that has none of the same id. */
export async function insertDocuments(client: ClientBase, generation: number, read: readonly Read[]): Promise<void> {
  if (read.length === 0) return;
  await client.query({
    name: "search-insert",
    text: `WITH document AS (
             INSERT INTO search_document
               (generation_id, document_id, kind, group_id, product_id, title, body, words, weights, sequence)
             SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
               $9::bytea[], $10::bytea[])
             RETURNING key)
           INSERT INTO search_fresh (generation_id, key) SELECT $1, key FROM document`,
    values: [generation, ...columnsOf(read)],
  });
  await insertWords(client, generation, read);
}

function columnsOf(read: readonly Read[]): unknown[][] {
  return [
    read.map(({ document }) => storable(document.id)),
    read.map(({ document }) => document.kind),
    read.map(({ document }) => storable(document.group)),
    read.map(({ document }) => document.productId),
    read.map(({ document }) => titleOf(document)),
    read.map(({ document }) => bodyOf(document)),
    read.map(({ forward }) => forward.words.join(" ")),
    read.map(({ forward }) => bytesOf(forward.weights)),
    read.map(({ forward }) => bytesOf(forward.sequence)),
  ];
}

async function insertWords(client: ClientBase, generation: number, read: readonly Read[]): Promise<void> {
  const words = [...new Set(read.flatMap(({ forward }) => [...forward.written]))].sort();
  await client.query({
    name: "search-insert-words",
    text: `INSERT INTO search_word (generation_id, word, stem)
           SELECT $1, w.word, w.stem FROM unnest($2::text[], $3::text[]) AS w (word, stem)
           WHERE NOT EXISTS (SELECT FROM search_word k WHERE k.generation_id = $1 AND k.word = w.word)
           ON CONFLICT DO NOTHING`,
    values: [generation, words, words.map(stemOf)],
  });
}

/** @returns keys of those that are in a segment. */
async function takeOut(client: ClientBase, generation: number, ids: readonly string[]): Promise<number[]> {
  const { rows } = await client.query<{ key: string; fresh: boolean }>({
    name: "search-take-out",
    text: `WITH document AS (
             DELETE FROM search_document WHERE generation_id = $1 AND document_id = ANY ($2::text[]) RETURNING key),
           fresh AS (
             DELETE FROM search_fresh WHERE generation_id = $1 AND key IN (SELECT key FROM document) RETURNING key)
           SELECT document.key, fresh.key IS NOT NULL AS fresh FROM document LEFT JOIN fresh USING (key)`,
    values: [generation, ids.map(storable)],
  });
  return rows.filter(({ fresh }) => !fresh).map(({ key }) => Number(key));
}

interface Gone {
  shelf: Shelf;
  generation: number;
  keys: readonly number[];
}

async function markGone(client: ClientBase, { shelf, generation, keys }: Gone): Promise<void> {
  const { rows } = await client.query<{ id: number; gone: Buffer }>({
    name: "search-gone",
    text: "SELECT id, gone FROM search_segment WHERE generation_id = $1 AND retired_at IS NULL",
    values: [generation],
  });
  const facts = await shelf.factsOf(
    client,
    rows.map(({ id }) => id),
  );
  for (const { id, gone } of rows) {
    const own = facts?.get(id);
    const places = own ? keys.map((key) => placeOf(own, key)).filter((place) => place >= 0) : [];
    if (places.length === 0) continue;
    for (const place of places) gone[place >> 3] = (gone[place >> 3] ?? 0) | (1 << (place & 7));
    await client.query("UPDATE search_segment SET gone = $2 WHERE id = $1", [id, gone]);
  }
}

/** So that the rebuild, which may have read them before, does not bring them back. */
async function remember(
  client: ClientBase,
  generation: number,
  ids: { written: string[]; removed: readonly string[] },
) {
  await client.query("DELETE FROM search_removed WHERE generation_id = $1 AND document_id = ANY ($2::text[])", [
    generation,
    ids.written.map(storable),
  ]);
  await client.query(
    `INSERT INTO search_removed (generation_id, document_id)
     SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
    [generation, ids.removed.map(storable)],
  );
}
