/**
 * One or two letters that stand for a name. Two only for scripts with capital letters (Latin, Cyrillic, Greek…): for
 * others two first letters of words mean nothing together. Counts graphemes, so that no letter is cut in half.
 */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s\-_.]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(word));
  const first = firstGrapheme(words[0] ?? "");
  const last = words.length > 1 ? firstGrapheme(words[words.length - 1] ?? "") : "";
  const letters = hasCase(first) && hasCase(last) ? first + last : first;
  return letters.toLocaleUpperCase("en") || "?";
}

/** A hue (0–345 in steps of 15) that is always the same for a text. */
export function hueOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return ((hash >>> 8) % 24) * 15;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function firstGrapheme(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(segment)) return segment;
  }
  return "";
}

function hasCase(letter: string): boolean {
  return letter.toLocaleUpperCase("en") !== letter.toLocaleLowerCase("en");
}
