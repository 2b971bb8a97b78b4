import { Breath } from "./breath.ts";
import { Counting, type Counts } from "./counting.ts";
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
interface Found extends Counts {
  best: Scored[];
}

/**
 * What is found has this share of the search, of what the one has that has most of it; measured by what tells documents
 * apart. The rest shares a common word and nothing else, and would only be counted.
 */
const LEAST_COVERED = 0.4;

/** What is asked of a term here. */
type Weighed = Pick<Resolved, "lists" | "idf">;

interface Scoring {
  snapshot: Snapshot;
  visible: Visible;
  terms: readonly Weighed[];
  /** How many groups are wanted. */
  most: number;
}

/** Scores every visible document that has a word of the search: for each term the surest of what it stands for. */
export async function score({ snapshot, visible, terms, most }: Scoring): Promise<Found> {
  const breath = new Breath();
  const counting = new Counting();
  const best = new Best(most);
  const sums: Sums[] = [];
  const own = new Float32Array(Math.max(...visible.masks.map(({ length }) => length)));
  for (const [segment, mask] of visible.masks.entries()) {
    sums.push(sumsOf(terms, { segment, mask, own }));
    await breath.take();
  }
  const enough = LEAST_COVERED * Math.max(...sums.map(({ mostCovered }) => mostCovered));
  for (const [index, { facts }] of snapshot.segments.entries()) {
    gather({ facts, sums: sums[index] as Sums, enough }, counting, best);
    await breath.take();
  }
  return { best: best.done(), ...counting.done() };
}

interface Gathering {
  facts: Facts;
  sums: Sums;
  enough: number;
}

function gather({ facts, sums: { scores, covered }, enough }: Gathering, counting: Counting, best: Best): void {
  for (let place = 0; place < scores.length; place++) {
    const value = scores[place] as number;
    if (value === 0 || (covered[place] as number) < enough) continue;
    counting.count(facts, place);
    if (value >= best.least) best.offer(facts, place, value);
  }
}

/** Of each document of a segment, its score and how much of the search it has; 0 for those that may not be seen. */
interface Sums {
  scores: Float32Array;
  covered: Float32Array;
  mostCovered: number;
}

interface Place {
  segment: number;
  mask: Uint8Array;
  /** What one term gives each document; zeros before and after. */
  own: Float32Array;
}

function sumsOf(terms: readonly Weighed[], { segment, mask, own }: Place): Sums {
  const sums = { scores: new Float32Array(mask.length), covered: new Float32Array(mask.length), mostCovered: 0 };
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

/** Keeps the best of each group, only so many groups. */
class Best {
  readonly #most: number;
  #kept: Scored[] = [];
  least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(facts: Facts, place: number, value: number): void {
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
        this.least = each.score;
        break;
      }
    }
    this.#kept = kept;
  }
}
