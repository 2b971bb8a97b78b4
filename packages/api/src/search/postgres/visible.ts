import { isSet } from "./pack.ts";
import type { Posting } from "./segment.ts";
import type { Postings, Snapshot } from "./shelf.ts";

/** What a reader may see of a snapshot and did not filter out: a 1 for each document, by segment and place. */
export interface Visible {
  masks: readonly Uint8Array[];
  count: number;
  /** In how many of them a word stands; counted once a search. */
  counts: Map<Postings, number>;
}

interface Sight {
  /** One list of each must hold a document; see filters.ts. */
  filters: readonly (readonly string[])[];
  postings: ReadonlyMap<string, Postings>;
  /** Groups to leave out, as numbers. */
  without: ReadonlySet<number>;
}

/** All that follows looks through this: what it hides is neither found, nor counted, nor does it weigh words. */
export function visibleOf({ segments }: Snapshot, { filters, postings, without }: Sight): Visible {
  let count = 0;
  const masks = segments.map(({ facts, gone }, index) => {
    // Each filter that holds a document adds one.
    const mask = new Uint8Array(facts.size);
    for (const [passed, words] of filters.entries())
      for (const word of words) raise(mask, postings.get(word)?.[index] ?? null, passed);
    lower(mask, gone);
    for (let place = 0; place < mask.length; place++) {
      const seen = mask[place] === filters.length && !(without.size > 0 && without.has(facts.groups[place] as number));
      mask[place] = seen ? 1 : 0;
      if (seen) count++;
    }
    return mask;
  });
  return { masks, count, counts: new Map() };
}

function raise(mask: Uint8Array, posting: Posting | null, passed: number): void {
  if (!posting) return;
  const { documents } = posting;
  for (let index = 0; index < documents.length; index++) {
    const place = documents[index] as number;
    if (mask[place] === passed) mask[place] = passed + 1;
  }
}

/** Most bytes are 0: nothing of eight documents is gone. */
function lower(mask: Uint8Array, gone: Uint8Array): void {
  for (let byte = 0; byte < gone.length; byte++) {
    if (gone[byte] === 0) continue;
    for (let place = 8 * byte; place < 8 * byte + 8; place++) if (isSet(gone, place)) mask[place] = 0;
  }
}

/** In how many visible documents a word stands. */
export function countVisible({ masks, counts }: Visible, postings: Postings): number {
  const known = counts.get(postings);
  if (known !== undefined) return known;
  let count = 0;
  for (let index = 0; index < masks.length; index++) {
    const mask = masks[index];
    const documents = postings[index]?.documents;
    if (!mask || !documents) continue;
    for (let at = 0; at < documents.length; at++) count += mask[documents[at] as number] as number;
  }
  counts.set(postings, count);
  return count;
}

/** In how many visible documents one of these stands at least. */
export function countAny({ masks }: Visible, lists: readonly Postings[]): number {
  let count = 0;
  for (const [index, mask] of masks.entries()) {
    const left = mask.slice();
    for (const postings of lists) {
      const documents = postings[index]?.documents ?? [];
      for (let at = 0; at < documents.length; at++) {
        const place = documents[at] as number;
        count += left[place] as number;
        left[place] = 0;
      }
    }
  }
  return count;
}
