import { STOP_WORDS } from "../text/stop-words.ts";

const MOST_WORDS = 14;
/** What stands first is the subject. */
const FIRST_WORDS = 10;

/**
 * The words of a text that say most about what it is about: for searching by a whole ticket. What is short enough is a search as
 * it is. The engine weighs words by how rare they are; this only keeps it from having to weigh a thousand.
 */
export function tellingWords(text: string): string {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}_.'’-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  if (words.length <= MOST_WORDS) return words.join(" ");
  const scores = new Map<string, number>();
  for (const [place, word] of words.entries()) {
    const key = word.toLowerCase();
    if (STOP_WORDS.has(key.replace(/['’]/g, ""))) continue;
    scores.set(key, (scores.get(key) ?? (place < FIRST_WORDS ? 1 : 0)) + weight(key));
  }
  const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, MOST_WORDS);
  const kept = new Set(best.map(([word]) => word));
  return [...scores.keys()].filter((word) => kept.has(word)).join(" ");
}

/** Error codes and versions say most, then long words. */
function weight(word: string): number {
  if (/\d/.test(word)) return 3;
  return word.length >= 6 ? 2 : 1;
}
