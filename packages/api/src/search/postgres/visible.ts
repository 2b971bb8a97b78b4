import { isSet } from "./pack.ts";
import type { Posting } from "./segment.ts";
import type { Postings, Snapshot } from "./shelf.ts";

/** What a reader may see of a snapshot and did not filter out: a 1 for each document, by segment and place. */
export interface Visible {
  masks: readonly Uint8Array[];
  count: number;
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
    filters.forEach((words, passed) => {
      for (const word of words) raise(mask, postings.get(word)?.[index] ?? null, passed);
    });
    for (let place = 0; place < facts.size; place++) {
      const seen = mask[place] === filters.length && !isSet(gone, place) && !without.has(facts.groups[place] ?? 0);
      mask[place] = seen ? 1 : 0;
      if (seen) count++;
    }
    return mask;
  });
  return { masks, count };
}

function raise(mask: Uint8Array, posting: Posting | null, passed: number): void {
  if (!posting) return;
  for (const place of posting.documents) if (mask[place] === passed) mask[place] = passed + 1;
}

/** In how many visible documents one of these stands at least. */
export function countVisible({ masks }: Visible, lists: readonly Postings[]): number {
  let count = 0;
  masks.forEach((mask, index) => {
    const counted = lists.length > 1 ? new Uint8Array(mask.length) : null;
    for (const postings of lists) {
      const documents = postings[index]?.documents;
      if (!documents) continue;
      for (const place of documents) {
        if (mask[place] !== 1 || counted?.[place] === 1) continue;
        if (counted) counted[place] = 1;
        count++;
      }
    }
  });
  return count;
}
