import type { Pool } from "pg";
import type { LikeHit, LikeQuery } from "../engine.ts";
import { stemOf } from "../text/stem.ts";
import { filtersOf } from "./filters.ts";
import { idfOf } from "./resolve.ts";
import { type Scored, score } from "./score.ts";
import { groupNumber } from "./segment.ts";
import type { Shelf, Snapshot } from "./shelf.ts";
import { countVisible, visibleOf } from "./visible.ts";

interface Looking {
  pool: Pool;
  shelf: Shelf;
  snapshot: Snapshot;
}

/**
 * What has most of some words, of what the reader may see.
 *
 * @returns null when one of the documents has changed meanwhile.
 */
export async function like({ pool, shelf, snapshot }: Looking, query: LikeQuery): Promise<LikeHit[] | null> {
  if (query.words.length === 0 || query.readers.length === 0) return [];
  const filters = filtersOf(query);
  const said = Map.groupBy(query.words, stemOf);
  const stems = [...said.keys()];
  const postings = await shelf.postings(snapshot, [...filters.flat(), ...stems]);
  const visible = visibleOf(snapshot, { filters, postings, without: new Set(query.without?.map(groupNumber)) });
  if (visible.count === 0) return [];
  const terms = stems.map((stem) => {
    const own = postings.get(stem) ?? [];
    const idf = idfOf(countVisible(visible, own), visible.count) * (said.get(stem)?.length ?? 1);
    return { idf, lists: [{ postings: own, weight: 1, idf }] };
  });
  const { best } = await score({ snapshot, visible, terms, most: query.limit });
  const whole = terms.reduce((sum, { idf }) => sum + idf, 0);
  return named(pool, best, whole);
}

async function named(pool: Pool, best: readonly Scored[], whole: number): Promise<LikeHit[] | null> {
  if (best.length === 0) return [];
  const { rows } = await pool.query<{ key: string; id: string; group: string }>({
    name: "search-like-named",
    text: 'SELECT key, document_id AS id, group_id AS "group" FROM search_document WHERE key = ANY ($1::bigint[])',
    values: [best.map(({ key }) => key)],
  });
  const documents = new Map(rows.map(({ key, id, group }) => [Number(key), { id, group }]));
  if (documents.size < best.length) return null;
  return best.flatMap(({ key, score }) => {
    const document = documents.get(key);
    return document ? [{ ...document, likeness: Math.min(1, score / whole) }] : [];
  });
}
