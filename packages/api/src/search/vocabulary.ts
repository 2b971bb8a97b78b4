import type { System } from "../core/system.ts";
import type { Vocabulary } from "./engine.ts";

/** How long (ms) the words of editors are kept: what they change works everywhere within five seconds. */
const KEPT = 3_000;

interface Kept {
  vocabulary: Promise<Vocabulary>;
  until: number;
}

const kept = new WeakMap<System["db"], Kept>();

/** Synonyms and stop words as editors have set them. */
export function vocabularyOf({ db }: Pick<System, "db">): Promise<Vocabulary> {
  const known = kept.get(db);
  if (known && performance.now() < known.until) return known.vocabulary;
  const vocabulary = read(db);
  kept.set(db, { vocabulary, until: performance.now() + KEPT });
  vocabulary.catch(() => kept.delete(db));
  return vocabulary;
}

/** Reads the words anew with the next search of this process: who changed them sees what it did. */
export function forgetVocabulary({ db }: Pick<System, "db">): void {
  kept.delete(db);
}

async function read(db: System["db"]): Promise<Vocabulary> {
  const [synonyms, stopWords] = await Promise.all([
    db.pool.query<{ words: string[] }>("SELECT words FROM search_synonym"),
    db.pool.query<{ word: string }>("SELECT word FROM search_stop_word"),
  ]);
  return {
    synonyms: synonyms.rows.map(({ words }) => words),
    stopWords: new Set(stopWords.rows.map(({ word }) => word)),
  };
}
