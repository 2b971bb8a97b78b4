import type { Vocabulary } from "../engine.ts";
import { MAX_QUERY } from "../schema.ts";
import { stemOf } from "../text/stem.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { fold, joinedAt, type Word, wordsOf } from "../text/words.ts";

/** Most words of a search that are looked for. */
const MOST_TERMS = 32;
/** Two words of a search may be one in the document, "web server" and "webserver". */
const JOINED = 0.8;
const SYNONYM = 0.9;

/** Stems that mean a term when all of them are there, and how surely, of 1. */
export interface Meaning {
  stems: readonly string[];
  weight: number;
}

/** One word of a search. */
export interface Term {
  /** As it was typed, folded. */
  text: string;
  stem: string;
  /** It is still being typed: it may be the beginning of a word. */
  open: boolean;
  /** What else it means, whatever the index holds. */
  meanings: Meaning[];
  /** Where it stands in the search. */
  from: number;
  to: number;
}

/** A search as it is understood before the index is asked. */
export interface Understood {
  text: string;
  terms: Term[];
}

/** Takes a search apart; what is longer than MAX_QUERY is cut. */
export function understand(query: string, { synonyms, stopWords }: Vocabulary): Understood {
  const text = query.slice(0, MAX_QUERY).toWellFormed();
  const words = wordsOf(text);
  const terms = new Map<string, Term>();
  for (const index of telling(words, stopWords)) {
    const word = words[index];
    if (!word) continue;
    const term = termOf(word, text.length);
    const known = terms.get(term.stem);
    if (known) known.open ||= term.open;
    else if (terms.size < MOST_TERMS) terms.set(term.stem, term);
    (known ?? term).meanings.push(...joinedMeanings(words, index, text));
  }
  addSynonyms(words, terms, synonyms);
  return { text, terms: [...terms.values()] };
}

/** Places of the words that say what it is about; of a search that has none, of all its words. */
function telling(words: readonly Word[], stopWords: ReadonlySet<string>): number[] {
  const left = new Set([...stopWords].map(fold));
  const wanted = [...words.keys()].filter((index) => !left.has(words[index]?.text ?? ""));
  const some = wanted.filter((index) => !STOP_WORDS.has(words[index]?.text ?? ""));
  return some.length > 0 ? some : wanted;
}

function termOf({ text, from, to }: Word, end: number): Term {
  return { text, stem: stemOf(text), open: to === end, meanings: [], from, to };
}

function joinedMeanings(words: readonly Word[], index: number, text: string): Meaning[] {
  return [index - 1, index].flatMap((left) => {
    const hyphenated = joinedAt(words, left, text);
    if (hyphenated) return [{ stems: [stemOf(hyphenated)], weight: 1 }];
    const [one, two] = [words[left], words[left + 1]];
    return one && two ? [{ stems: [stemOf(one.text + two.text)], weight: JOINED }] : [];
  });
}

/** Each word of a phrase that has synonyms means each of these, too. */
function addSynonyms(words: readonly Word[], terms: ReadonlyMap<string, Term>, synonyms: Vocabulary["synonyms"]): void {
  const said = words.map(({ text }) => stemOf(text));
  for (const group of synonyms) {
    const phrases = group.map((phrase) => wordsOf(phrase).map(({ text }) => stemOf(text)));
    for (const phrase of phrases) {
      if (phrase.length === 0 || !isSaid(phrase, said)) continue;
      const others = phrases.filter((other) => other !== phrase && other.length > 0);
      for (const stem of phrase) terms.get(stem)?.meanings.push(...others.map((stems) => ({ stems, weight: SYNONYM })));
    }
  }
}

function isSaid(phrase: readonly string[], said: readonly string[]): boolean {
  return said.some((_, from) => phrase.every((stem, index) => said[from + index] === stem));
}
