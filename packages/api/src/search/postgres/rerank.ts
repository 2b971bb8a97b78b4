import type { Pool } from "pg";
import { stemOf } from "../text/stem.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { GAP } from "./forward.ts";
import type { Resolved } from "./resolve.ts";
import type { Scored } from "./score.ts";
import { shortsOf } from "./segment.ts";

/** So many of the best are looked at closely. */
export const LOOKED_AT = 40;
/** What it is worth when the words stand together as they were typed, when they are all of the title, and when it has them all. */
const TOGETHER = 0.15;
const TITLE = 0.5;
const ASKED = 0.35;
/** How well two words stand together: side by side, near, or near the other way round. */
const NEXT = 1;
const NEAR = 0.6;
const REVERSED = 0.4;
const NEAR_BY = 3;

const STOP_STEMS = new Set([...STOP_WORDS].map(stemOf));

/** A document that was looked at: which terms of the search each of its places has, a bit each. */
export interface Ranked extends Scored {
  places: Int32Array;
}

/**
 * Ranks the best anew by what only the text itself tells: which words stand beside each other, and how much of the title
 * was asked for. What is further down stays there.
 *
 * @returns null when one of the documents has changed meanwhile.
 */
export async function rerank(
  pool: Pool,
  best: readonly Scored[],
  terms: readonly Resolved[],
): Promise<Ranked[] | null> {
  const { rows } = await pool.query<{ key: string; words: string; sequence: Buffer }>({
    name: "search-sequences",
    text: "SELECT key, words, sequence FROM search_document WHERE key = ANY ($1::bigint[])",
    values: [best.map(({ key }) => key)],
  });
  const texts = new Map(rows.map((row) => [Number(row.key), row]));
  if (texts.size < best.length) return null;
  const bits = bitsOf(terms);
  const ranked = best.map((scored, index): Ranked => {
    const text = texts.get(scored.key);
    const words = text?.words.split(" ") ?? [];
    const sequence = text ? shortsOf(text.sequence) : new Uint16Array(0);
    const places = placesOf(words, sequence, bits);
    if (index >= LOOKED_AT) return { ...scored, places };
    const title = titleOf(words, sequence, bits);
    const factor =
      1 + TOGETHER * togetherness(places, terms) + TITLE * titleShare(title, terms) + ASKED * askedShare(title, terms);
    return { ...scored, score: scored.score * factor, places };
  });
  const close = ranked.slice(0, LOOKED_AT).sort((a, b) => b.score - a.score || b.key - a.key);
  return [...close, ...ranked.slice(LOOKED_AT)];
}

/** Which terms a stem stands for, a bit each; there are at most 32. */
function bitsOf(terms: readonly Resolved[]): Map<string, number> {
  const bits = new Map<string, number>();
  terms.forEach(({ stems }, term) => {
    for (const stem of stems.keys()) bits.set(stem, (bits.get(stem) ?? 0) | (1 << term));
  });
  return bits;
}

/** Gaps are no term's. */
function placesOf(words: readonly string[], sequence: Uint16Array, bits: ReadonlyMap<string, number>): Int32Array {
  const own = Int32Array.from(words, (word) => bits.get(word) ?? 0);
  const places = new Int32Array(sequence.length);
  for (let place = 0; place < sequence.length; place++) places[place] = own[sequence[place] as number] ?? 0;
  return places;
}

/** How well each word stands with the next, weighed by the commoner of both; from 0 to 1. */
function togetherness(places: Int32Array, terms: readonly Resolved[]): number {
  const closest = new Float64Array(terms.length);
  const last = new Int32Array(terms.length).fill(-1_000);
  places.forEach((found, place) => {
    for (let left = found; left !== 0; left &= left - 1) {
      const term = 31 - Math.clz32(left & -left);
      raise(closest, term - 1, closeness(place - (last[term - 1] ?? -1_000)));
      raise(closest, term, place - (last[term + 1] ?? -1_000) <= NEAR_BY ? REVERSED : 0);
      last[term] = place;
    }
  });
  let [sum, all] = [0, 0];
  for (let term = 0; term + 1 < terms.length; term++) {
    const weight = Math.min(terms[term]?.idf ?? 0, terms[term + 1]?.idf ?? 0);
    all += weight;
    sum += weight * (closest[term] ?? 0);
  }
  return all === 0 ? 0 : sum / all;
}

function raise(values: Float64Array, index: number, value: number): void {
  if (index >= 0 && value > (values[index] ?? 0)) values[index] = value;
}

function closeness(distance: number): number {
  if (distance === 1) return NEXT;
  return distance > 0 && distance <= NEAR_BY ? NEAR : 0;
}

/** The stems of a title, stop words aside, and those of them that were asked for. */
interface Title {
  length: number;
  asked: readonly string[];
}

function titleOf(words: readonly string[], sequence: Uint16Array, bits: ReadonlyMap<string, number>): Title {
  const end = sequence.indexOf(GAP);
  const all = [...sequence.subarray(0, end < 0 ? sequence.length : end)].map((number) => words[number] ?? "");
  const stems = all.filter((stem) => !STOP_STEMS.has(stem));
  return { length: stems.length, asked: stems.filter((stem) => bits.has(stem)) };
}

/** How much of the title was asked for; from 0 to 1. */
function titleShare({ length, asked }: Title, terms: readonly Resolved[]): number {
  const sum = asked.reduce((share, stem) => share + Math.max(...terms.map(({ stems }) => stems.get(stem) ?? 0)), 0);
  return length === 0 ? 0 : sum / length;
}

/** How much of the search the title has, each word by how much it tells; from 0 to 1. */
function askedShare({ asked }: Title, terms: readonly Resolved[]): number {
  let [sum, all] = [0, 0];
  for (const { stems, idf } of terms) {
    sum += idf * Math.max(0, ...asked.map((stem) => stems.get(stem) ?? 0));
    all += idf;
  }
  return all === 0 ? 0 : sum / all;
}
