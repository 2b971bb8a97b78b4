/** One word of a text: as it is compared, and where it stands, in UTF-16 code units. */
export interface Word {
  /** In lower case, without accents; not yet a stem. */
  text: string;
  from: number;
  to: number;
}

/** Longest word that is told from others; of a longer one the beginning counts. */
export const LONGEST_WORD = 40;

/** So much of a run of letters is looked at: its letters may carry any number of marks. */
const LONGEST_RUN = 4 * LONGEST_WORD;

const RUNS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const MARKS = /\p{M}+/gu;
const ASCII = /^[a-z0-9]*$/;
const POSSESSIVE = /['’]s$/;
const APOSTROPHES = /['’]/g;
/** Written without spaces: every two neighbours are a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text, in order. Linear in its length, whatever it is. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const run of text.matchAll(RUNS)) {
    const from = run.index;
    if (UNSPACED.test(run[0])) {
      for (const pair of pairsOf(run[0], from)) words.push(pair);
      continue;
    }
    const text = cut(fold(run[0].slice(0, LONGEST_RUN)));
    if (text !== "") words.push({ text, from, to: from + run[0].length });
  }
  return words;
}

/** A word as it is compared: in lower case, without accents, apostrophes and an owner's "s". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const bare = lower.replace(POSSESSIVE, "").replace(APOSTROPHES, "");
  return bare.normalize("NFKD").replace(MARKS, "").toLowerCase();
}

/** Words of a text that are joined by a hyphen, by the place of the first: "wi-fi" may be "wifi" too. */
export function joinedAt(words: readonly Word[], index: number, text: string): string | null {
  const [left, right] = [words[index], words[index + 1]];
  if (!left || !right || right.from !== left.to + 1 || text[left.to] !== "-") return null;
  return cut(left.text + right.text);
}

function pairsOf(run: string, start: number): Word[] {
  const letters: Word[] = [];
  let from = start;
  for (const letter of run) {
    const text = fold(letter);
    if (text !== "") letters.push({ text, from, to: from + letter.length });
    from += letter.length;
  }
  if (letters.length < 2) return letters;
  return letters.slice(1).map((right, index) => {
    const left = letters[index] ?? right;
    return { text: left.text + right.text, from: left.from, to: right.to };
  });
}

/** Never through the middle of a pair of surrogates. */
function cut(word: string): string {
  return word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD).toWellFormed().replace("\ufffd", "");
}
