import { stemOf } from "../text/stem.ts";
import { filtersOf } from "./filters.ts";
import type { Shelf, Snapshot } from "./shelf.ts";
import { countVisible, type Visible, visibleOf } from "./visible.ts";

interface Asked {
  words: readonly string[];
  readers: readonly string[];
}

/** In how many documents that a reader may see each of some words is; without those that are in none. */
export async function documentsWith(
  shelf: Shelf,
  snapshot: Snapshot,
  { words, readers }: Asked,
): Promise<Map<string, number>> {
  const visible = await visibleTo(shelf, snapshot, readers);
  const postings = await shelf.postings(snapshot, words.map(stemOf));
  const counted = words.map((word) => [word, countVisible(visible, postings.get(stemOf(word)) ?? [])] as const);
  return new Map(counted.filter(([, documents]) => documents > 0));
}

async function visibleTo(shelf: Shelf, snapshot: Snapshot, readers: readonly string[]): Promise<Visible> {
  const filters = filtersOf({ readers });
  const postings = await shelf.postings(snapshot, filters.flat());
  return visibleOf(snapshot, { filters, postings, without: new Set() });
}
