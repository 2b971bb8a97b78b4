import type { Pool } from "pg";
import { stemOf } from "../text/stem.ts";
import { type Correction, completions, corrections, type Entry } from "./dictionary.ts";
import { seenCompletions } from "./seen-completions.ts";
import type { Posting } from "./segment.ts";
import type { Postings, Shelf, Snapshot } from "./shelf.ts";
import type { Meaning, Term } from "./understand.ts";
import { countAny, countVisible, type Visible } from "./visible.ts";

/** The last word may be the beginning of these; another may be too, when nothing is known of it as it is. */
const COMPLETED = 0.8;
const BEGUN = 0.35;
/** One letter is wrong, or two; or a rare word is nearly a much commoner one. */
const CORRECTED = { 1: 0.7, 2: 0.45 } as const;
const DOUBTED = 0.35;
/** A word is doubted when it is in fewer documents than this share, and one that is near in this many times more. */
const RARE = 0.0005;
const COMMONER = 10;
/** A word as it was typed, where stems go different ways. */
const AS_TYPED = 0.9;
/** One word of a search may be two in the document. */
const SPLIT = 0.7;
const SHORTEST_PART = 3;
const MOST_CORRECTIONS = 8;
/** Most words of a search that are taken for misspelt, and for beginnings. */
const MOST_DOUBTED = 8;
const MOST_BEGINNINGS = 3;

/** What of the index a term stands for. */
export interface Resolved {
  term: Term;
  /** Stems by which it is found alone, and how surely: for marking, and for what stands beside what. */
  stems: ReadonlyMap<string, number>;
  lists: readonly { postings: Postings; weight: number; idf: number }[];
  /** How much it tells documents apart; what it stands for never more. */
  idf: number;
  /** What it may have been meant to be, when it is not known as it is; near and common first. */
  corrections: readonly Correction[];
}

interface Looking {
  pool: Pool;
  shelf: Shelf;
  snapshot: Snapshot;
  visible: Visible;
}

/** Words that each term may be the beginning of, while it is typed. Needs no snapshot, so it is asked along with it. */
export function completionsOf(pool: Pool, terms: readonly Term[]): Promise<Entry[][]> {
  return Promise.all(terms.map(({ open, text }) => (open ? completions(pool, text) : [])));
}

/** Finds out what each term stands for, among the documents that may be seen. */
export async function resolve(
  looking: Looking,
  terms: readonly Term[],
  completed: readonly (readonly Entry[])[],
): Promise<Resolved[]> {
  const seen = await Promise.all(terms.map(({ text }, at) => seenCompletions(looking, text, completed[at] ?? [])));
  const meant = terms.map((term, index): Meaning[] => [
    { stems: [term.stem], weight: 1 },
    ...term.meanings,
    ...(seen[index] ?? []).map(({ stem }) => ({ stems: [stem], weight: COMPLETED })),
  ]);
  const postings = await looking.shelf.postings(looking.snapshot, stemsOf(meant.flat()));
  const counts = terms.map(({ stem }) => count(looking, postings, stem));
  const guessed = await guesses(looking, { terms, counts, postings, meant });
  return terms.map((term, index) => {
    const { meanings, corrected } = guessed[index] ?? { meanings: [], corrected: [] };
    const all = [...(meant[index] ?? []), ...meanings];
    return settle(looking, { term, meanings: all, corrected, postings, known: counts[index] ?? 0 });
  });
}

interface Guessing {
  terms: readonly Term[];
  /** In how many documents each is that may be seen. */
  counts: readonly number[];
  /** Those of the guesses are put in. */
  postings: Map<string, Postings>;
  meant: readonly Meaning[][];
}

/** For terms that are not known, or hardly: what they are nearly, and what parts they have. */
async function guesses(looking: Looking, { terms, counts, postings, meant }: Guessing) {
  const { pool, shelf, snapshot, visible } = looking;
  const doubted = firstOf(MOST_DOUBTED, terms, (_, index) => (counts[index] ?? 0) <= visible.count * RARE);
  if (!doubted.includes(true)) return [];
  const beginning = firstOf(MOST_BEGINNINGS, terms, ({ open, text }, index) => {
    return counts[index] === 0 && !open && text.length >= SHORTEST_PART;
  });
  const [near, begun] = await Promise.all([
    corrections(
      pool,
      snapshot.generation,
      terms.map(({ text }, index) => (doubted[index] ? text : "")),
    ),
    Promise.all(
      terms.map(async ({ text }, index) =>
        beginning[index] ? seenCompletions(looking, text, await completions(pool, text)) : [],
      ),
    ),
  ]);
  const parts = terms.map(({ text }, index) => (doubted[index] && counts[index] === 0 ? splitsOf(text) : []));
  const stems = [...near.flat(), ...begun.flat()].map(({ stem }) => stem);
  const more = await shelf.postings(snapshot, [...stems, ...stemsOf(parts.flat())]);
  for (const [stem, lists] of more) postings.set(stem, lists);
  return terms.map((term, index) => {
    const known = counts[index] ?? 0;
    const corrected = chosen(looking, { candidates: near[index] ?? [], known, postings });
    // Whatever it is the beginning of, or stands for by the vocabulary, is more likely than a mistake.
    const told = (meant[index] ?? []).some(
      ({ stems: [stem = ""], weight }) => weight < 1 && count(looking, postings, stem) > 0,
    );
    const weightOf = ({ distance }: Correction) => (known > 0 ? DOUBTED : distance === 1 ? CORRECTED[1] : CORRECTED[2]);
    const meanings = [
      ...(begun[index] ?? []).map(({ stem }) => ({ stems: [stem], weight: BEGUN })),
      ...corrected.map((one) => ({ stems: [one.stem], weight: weightOf(one) })),
      ...(parts[index] ?? []),
      ...(known === 0 ? [{ stems: [term.text], weight: AS_TYPED }] : []),
    ];
    return { meanings, corrected: known > 0 || told ? [] : corrected };
  });
}

interface Choosing {
  candidates: readonly Correction[];
  known: number;
  postings: ReadonlyMap<string, Postings>;
}

/** Of what a word is nearly, what may be seen: only the nearest, and beside a known word only what is much commoner. */
function chosen(looking: Looking, { candidates, known, postings }: Choosing): Correction[] {
  const seen = candidates
    .map((candidate) => ({ ...candidate, documents: count(looking, postings, candidate.stem) }))
    .filter(({ documents, distance }) => documents > known * COMMONER && (known === 0 || distance === 1))
    .sort((a, b) => a.distance - b.distance || b.documents - a.documents);
  const nearest = seen[0]?.distance;
  return seen.filter(({ distance }) => distance === nearest).slice(0, MOST_CORRECTIONS);
}

/** For each term whether it is such a one, for the first so many: of a page of gibberish not every word is pondered. */
function firstOf(most: number, terms: readonly Term[], is: (term: Term, index: number) => boolean): boolean[] {
  let left = most;
  return terms.map((term, index) => left > 0 && is(term, index) && left-- > 0);
}

function splitsOf(text: string): Meaning[] {
  const splits: Meaning[] = [];
  for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at++)
    splits.push({ stems: [stemOf(text.slice(0, at)), stemOf(text.slice(at))], weight: SPLIT });
  return splits;
}

interface Settling {
  term: Term;
  meanings: readonly Meaning[];
  corrected: readonly Correction[];
  postings: ReadonlyMap<string, Postings>;
  known: number;
}

function settle({ visible }: Looking, { term, meanings, corrected, postings, known }: Settling): Resolved {
  const surest = new Map<string, Meaning>();
  for (const meaning of meanings) {
    const key = meaning.stems.join(" ");
    if ((surest.get(key)?.weight ?? 0) < meaning.weight) surest.set(key, meaning);
  }
  const found = [...surest.values()].flatMap(({ stems, weight }) => {
    const lists = together(stems.map((stem) => postings.get(stem) ?? []));
    return lists.some((list) => list !== null) ? [{ stems, weight, postings: lists }] : [];
  });
  const documents =
    known > 0
      ? known
      : countAny(
          visible,
          found.map((each) => each.postings),
        );
  const idf = term.tells * idfOf(documents, visible.count);
  const lists = found.map(({ postings: own, weight }) => ({
    ...{ postings: own, weight },
    idf: Math.min(idf, idfOf(countVisible(visible, own), visible.count)),
  }));
  const alone = found.flatMap(({ stems, weight }) => stems.map((stem): [string, number] => [stem, weight]));
  return { term, stems: new Map(alone.reverse()), lists, idf, corrections: corrected };
}

/** How much a word tells documents apart that is in so many of so many: the one of BM25. */
export function idfOf(documents: number, all: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}

function count({ visible }: Looking, postings: ReadonlyMap<string, Postings>, stem: string): number {
  const lists = postings.get(stem);
  return lists ? countVisible(visible, lists) : 0;
}

/** Where all of them stand, as little as the least says. */
function together(words: readonly Postings[]): Postings {
  const [first, ...others] = words;
  if (!first) return [];
  return others.reduce((left, right) => left.map((posting, index) => both(posting, right[index] ?? null)), first);
}

function both(one: Posting | null, other: Posting | null): Posting | null {
  if (!one || !other) return null;
  const documents: number[] = [];
  const weights: number[] = [];
  for (let i = 0, j = 0; i < one.documents.length && j < other.documents.length; ) {
    const [left, right] = [one.documents[i] ?? 0, other.documents[j] ?? 0];
    if (left === right) {
      documents.push(left);
      weights.push(Math.min(one.weights[i] ?? 0, other.weights[j] ?? 0));
    }
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return documents.length === 0 ? null : { documents: Uint16Array.from(documents), weights: Uint8Array.from(weights) };
}

function stemsOf(meanings: readonly Meaning[]): string[] {
  return meanings.flatMap(({ stems }) => stems);
}
