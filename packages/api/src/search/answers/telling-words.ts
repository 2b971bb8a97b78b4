import type { OwnEngine } from "../engine.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { wordsOf } from "../text/words.ts";

const MOST_WORDS = 10;
/** What stands first is the subject: it counts as if it were said once more. */
const FIRST_WORDS = 10;
/** Words of a text that are looked up, those that are said most: a page of a log has thousands. */
const MOST_LOOKED_UP = 200;
/** As many documents as this there are, as far as it matters for how much a rare word says. */
const MANY = 100_000;

/**
 * The words of a text that say most about what it is about, for searching by a whole ticket: those that the reader may
 * find, the rarer and the more often said the better. What is short enough is a search as it is.
 */
export async function tellingWords(
  own: Pick<OwnEngine, "documentsWith">,
  text: string,
  readers: readonly string[],
): Promise<string> {
  const words = wordsOf(text).map((word) => word.text);
  if (words.length <= MOST_WORDS) return words.join(" ");
  const times = new Map<string, number>();
  for (const [place, word] of words.entries()) {
    if (!STOP_WORDS.has(word)) times.set(word, (times.get(word) ?? (place < FIRST_WORDS ? 1 : 0)) + 1);
  }
  const most = [...times].sort(([, a], [, b]) => b - a).slice(0, MOST_LOOKED_UP);
  const known = await own.documentsWith(
    most.map(([word]) => word),
    readers,
  );
  const tells = (word: string) => Math.log(1 + (times.get(word) ?? 0)) * Math.log(MANY / (known.get(word) ?? MANY));
  const best = [...known.keys()].sort((a, b) => tells(b) - tells(a)).slice(0, MOST_WORDS);
  return [...times.keys()].filter((word) => best.includes(word)).join(" ");
}
