import type { System } from "../core/system.ts";
import { tellingWords } from "./answers/telling-words.ts";
import type { LikeHit, LikeQuery } from "./engine.ts";
import { STOP_WORDS } from "./text/stop-words.ts";
import { wordsOf } from "./text/words.ts";

/** Words of a title that are looked for: some titles are nothing but words, and Typesense takes 50 searches at once. */
const MOST_IN_TITLE = 30;

interface Like extends Omit<LikeQuery, "words"> {
  title: string;
  text: string;
}

/**
 * What is like a text that is itself in the index, of what somebody may find. Words of its title count twice: they say what it
 * is about. Words that stand nowhere else say nothing about what is like it.
 */
export async function likeText({ engines }: System, { title, text, ...query }: Like): Promise<LikeHit[]> {
  const shared = {
    documentsWith: async (words: readonly string[], readers: readonly string[]) =>
      new Map([...(await engines.own.documentsWith(words, readers))].filter(([, documents]) => documents > 1)),
  };
  const inTitle = wordsOf(title).map((word) => word.text);
  const [known, telling] = await Promise.all([
    shared.documentsWith([...new Set(inTitle)].slice(0, MOST_IN_TITLE), query.readers),
    tellingWords(shared, `${title}\n${text}`, query.readers),
  ]);
  const words = [...telling.split(" "), ...known.keys()].filter(tells);
  return engines.like({ ...query, words });
}

/** A letter, or a number as those of versions are, is in texts about anything. */
function tells(word: string): boolean {
  return !STOP_WORDS.has(word) && !/^(.?|\d\d)$/u.test(word);
}
