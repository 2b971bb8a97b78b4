import { stemOf } from "../text/stem.ts";
import { fold } from "../text/words.ts";

/** How far apart two spellings of one word may be. */
const FAR = 2;
/** Shorter words are too like others. */
const SHORTEST = 4;

/**
 * What was probably meant: Typesense says nothing of it, but where it forgave a spelling, what it marked in the hits is not
 * what was typed. Only words of hits are told, so only what the reader may read.
 *
 * @param words as they were typed, folded.
 * @param hits the words that matched in each hit, best first.
 */
export function suggestionOf(words: readonly string[], hits: readonly (readonly string[])[]): string | null {
  const written = new Set(hits.flat().map(fold));
  const stems = new Set([...written].map(stemOf));
  let corrected = false;
  const meant = words.map((word) => {
    const known = stems.has(stemOf(word)) || [...written].some((other) => other.startsWith(word));
    const better = known || word.length < SHORTEST ? null : nearest(word, written);
    corrected ||= better !== null;
    return better ?? word;
  });
  return corrected ? meant.join(" ") : null;
}

function nearest(word: string, written: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let least = FAR + 1;
  for (const other of written) {
    const far = distance(word, other);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** Edits from one word to another; two letters in the wrong order are one. More than `FAR` is not told apart. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FAR) return FAR + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(row, j - 1) + 1,
        at(last, j) + 1,
        at(last, j - 1) + same,
        swapped ? at(before, j - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
