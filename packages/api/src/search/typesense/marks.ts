import type { Highlighted } from "../schema.ts";

/** Around what matched. Control characters that no text of ours has: `clean` takes them out before it is written. */
export const START = "\u0001";
export const END = "\u0002";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const FORBIDDEN = /[\0\u0001\u0002]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const PIECES = /\u0001([^\u0001\u0002]*)\u0002|([^\u0001\u0002]+)/g;

/** Text as it may be written: JSON can carry it, and nothing in it is taken for a mark. */
export function clean(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, " ");
}

/** Marked text in pieces. */
export function piecesOf(marked: string): Highlighted {
  const pieces: Highlighted = [];
  for (const [, matched, plain] of marked.matchAll(PIECES)) {
    const text = matched ?? plain ?? "";
    if (text !== "") pieces.push({ text, match: matched !== undefined });
  }
  return pieces;
}

/** Whether anything in it is marked. */
export function isMarked(text: string | undefined): text is string {
  return text?.includes(START) ?? false;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const RUNS = /[\p{L}\p{N}\p{M}'’\u0001\u0002]+/gu;

/** The words of which any part is marked, as they are written. */
export function markedWords(marked: string): string[] {
  return (marked.match(RUNS) ?? []).filter(isMarked).map((run) => run.replace(FORBIDDEN, ""));
}
