import { stemOf } from "../../search/text/stem.ts";

/** One word of a field. */
export interface Token {
  /** As it is compared. */
  text: string;
  from: number;
  to: number;
}

/** Takes a text apart as Typesense does: at spaces and separators; what else is no letter or digit is dropped. */
export function tokensOf(text: string, separators: ReadonlySet<string>, stem: boolean): Token[] {
  const tokens: Token[] = [];
  let word = "";
  let from = 0;
  const end = (to: number) => {
    if (word !== "") tokens.push({ text: stem ? stemOf(word) : word, from, to });
    word = "";
  };
  let at = 0;
  for (const character of text) {
    if (/\s/u.test(character) || separators.has(character)) end(at);
    else {
      if (word === "") from = at;
      word += character
        .normalize("NFKD")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
    }
    at += character.length;
  }
  end(at);
  return tokens;
}

/** How many edits lie between two words, a swap being one; more than `most` is not told apart. */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let j = 0; j <= b.length; j++) (table[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : change;
      (table[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  }
  return at(a.length, b.length);
}
