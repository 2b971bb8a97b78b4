import { stem } from "porter2";

const PLAIN = /^[a-z]{3,}$/;
const MOST = 50_000;
const known = new Map<string, string>();

/** What the forms of an English word have in common ("refund" of "refunds" and "refunded"); anything else is as it was. */
export function stemOf(word: string): string {
  if (!PLAIN.test(word)) return word;
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = stem(word);
  if (known.size >= MOST) known.clear();
  known.set(word, found);
  return found;
}
