import type { Pool } from "pg";
import { distance } from "../text/distance.ts";

/** Most words that the beginning of one may stand for: of those in most documents. */
export const MOST_COMPLETIONS = 40;
/**
 * Most words that are compared with a misspelt one. Hidden ones are among them, so it is far more than are alike in what people
 * write: what one may see must not be crowded out by what one may not.
 */
const MOST_COMPARED = 1_000;
/** Shorter words, and those with digits, are never taken for misspelt; of longer ones no index is asked. */
const MISSPELT = /^[^0-9]{4,30}$/;
/** From this length on, two letters may be wrong. */
const LONG = 7;

/** A word of the dictionary. */
export interface Entry {
  word: string;
  stem: string;
  /** About how many documents have it. */
  documents: number;
}

/** A word that may have been meant. */
export interface Correction extends Entry {
  /** How many letters are wrong, missing, too many or swapped. */
  distance: number;
}

/** Words that begin so, those in most documents first; from one of them on. */
export async function completions(
  pool: Pool,
  beginning: string,
  { from, most } = { from: 0, most: MOST_COMPLETIONS },
): Promise<Entry[]> {
  const { rows } = await pool.query<Entry>({
    name: "search-completions",
    text: `SELECT word, stem, documents FROM search_word
           WHERE generation_id = (SELECT id FROM search_generation WHERE state = 'live') AND word >= $1 AND word < $2
           ORDER BY documents DESC, word LIMIT $4 OFFSET $3`,
    values: [beginning, `${beginning}\u{10ffff}`, from, most],
  });
  return rows;
}

/**
 * Words of the dictionary that are nearly each of these. What has letters in common is found by their threes; swapping
 * two, or one too many, leaves too few threes of a short word, so those are tried one by one. Which of them may be seen is
 * for who asks to find out.
 */
export async function corrections(pool: Pool, generation: number, words: readonly string[]): Promise<Correction[][]> {
  const asked = words.map((word) => (MISSPELT.test(word) ? word : ""));
  if (asked.every((word) => word === "")) return words.map(() => []);
  const { rows } = await pool.query<Entry & { nth: number }>({
    name: "search-corrections",
    text: `SELECT a.nth::int, k.word, k.stem, k.documents
           FROM unnest($2::text[], $5::int[]) WITH ORDINALITY AS a (word, wrong, nth),
             LATERAL (SELECT word, stem, documents FROM search_word
                      WHERE generation_id = $1 AND word ~ '^[^0-9]{4,}$' AND word % a.word
                        AND length(word) BETWEEN length(a.word) - a.wrong AND length(a.word) + a.wrong
                      ORDER BY similarity(word, a.word) DESC, word LIMIT ${MOST_COMPARED}) k
           WHERE a.word <> ''
           UNION
           SELECT e.nth, k.word, k.stem, k.documents FROM unnest($3::text[], $4::int[]) AS e (word, nth)
             JOIN search_word k ON k.generation_id = $1 AND k.word = e.word`,
    values: [generation, asked, ...editsOf(asked), asked.map(mostWrong)],
  });
  return asked.map((word, index) => rows.filter(({ nth }) => nth === index + 1).flatMap((entry) => near(word, entry)));
}

function mostWrong(word: string): number {
  return word.length >= LONG ? 2 : 1;
}

function near(asked: string, { word, stem, documents }: Entry): Correction[] {
  const wrong = distance(asked, word);
  return wrong > 0 && wrong <= mostWrong(asked) ? [{ word, stem, documents, distance: wrong }] : [];
}

/** What a word is with two letters swapped or one left out, beside the number of the word. */
function editsOf(words: readonly string[]): [string[], number[]] {
  const edits: string[] = [];
  const numbers: number[] = [];
  words.forEach((word, index) => {
    for (let at = 0; at < word.length; at++) {
      const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
      edits.push((before + (next ?? "") + after).toWellFormed());
      if (next) edits.push((before + next + here + after).toWellFormed());
    }
    while (numbers.length < edits.length) numbers.push(index + 1);
  });
  return [edits, numbers];
}
