import type { Pool } from "pg";
import { completions, type Entry, MOST_COMPLETIONS } from "./dictionary.ts";
import type { Shelf, Snapshot } from "./shelf.ts";
import { countVisible, type Visible } from "./visible.ts";

/** How many further words are looked at together, and in all. */
const FURTHER = 300;
const MOST_LOOKED_AT = 1_000;

interface Looking {
  pool: Pool;
  shelf: Shelf;
  snapshot: Snapshot;
  visible: Visible;
}

/**
 * The words that a beginning may stand for, of those in what the reader may see. Hidden texts may have any number of words that
 * begin so: what one may see is neither crowded out by them, nor does it tell of them by being away.
 *
 * @param first what `completions` found, which is asked before it is known what may be seen.
 */
export async function seenCompletions(
  { pool, shelf, snapshot, visible }: Looking,
  beginning: string,
  first: readonly Entry[],
): Promise<Entry[]> {
  const seen: Entry[] = [];
  let [page, most, from] = [first, MOST_COMPLETIONS, 0];
  for (;;) {
    const stems = page.map(({ stem }) => stem);
    const postings = await shelf.postings(snapshot, stems);
    seen.push(...page.filter(({ stem }) => countVisible(visible, postings.get(stem) ?? []) > 0));
    from += page.length;
    if (seen.length >= MOST_COMPLETIONS || page.length < most || from >= MOST_LOOKED_AT) break;
    most = FURTHER;
    page = await completions(pool, beginning, { from, most });
  }
  return seen.slice(0, MOST_COMPLETIONS);
}
