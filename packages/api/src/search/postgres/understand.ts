import type { Vocabulary } from "../engine.ts";
import { MAX_QUERY } from "../schema.ts";
import { EVERYDAY } from "../text/everyday.ts";
import { stemOf } from "../text/stem.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { Thesaurus } from "../text/thesaurus.ts";
import { VAGUE_STEMS } from "../text/vague-words.ts";
import { fold, joinedAt, type Word, wordsOf } from "../text/words.ts";

/** Most words of a search that are looked for. */
const MOST_TERMS = 32;
/** Two words of a search may be one in the document, "web server" and "webserver". */
const JOINED = 0.8;
/** What an editor says means the same, and what does in English in general. */
const SYNONYM = 0.9;
const ABOUT_THE_SAME = 0.65;
/** What a vague word weighs, of what its frequency says. */
const VAGUE = 0.7;

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
  /** How much of what its frequency says it weighs, of 1. */
  tells: number;
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
  addSynonyms({ words, terms, thesaurus: thesaurusOf(synonyms), weight: SYNONYM });
  addSynonyms({ words, terms, thesaurus: everyday, weight: ABOUT_THE_SAME });
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
  const stem = stemOf(text);
  return { text, stem, tells: VAGUE_STEMS.has(stem) ? VAGUE : 1, open: to === end, meanings: [], from, to };
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
function addSynonyms({ words, terms, thesaurus, weight }: Adding): void {
  const stems = words.map(({ text }) => stemOf(text));
  for (const { phrase, others } of thesaurus.said(stems))
    for (const stem of phrase) terms.get(stem)?.meanings.push(...others.map((other) => ({ stems: other, weight })));
}

interface Adding {
  words: readonly Word[];
  terms: ReadonlyMap<string, Term>;
  thesaurus: Thesaurus;
  weight: number;
}

/** The vocabulary is one object as long as nobody changes it. */
function thesaurusOf(synonyms: Vocabulary["synonyms"]): Thesaurus {
  const known = thesauri.get(synonyms) ?? new Thesaurus(synonyms);
  thesauri.set(synonyms, known);
  return known;
}

const thesauri = new WeakMap<Vocabulary["synonyms"], Thesaurus>();
const everyday = new Thesaurus(EVERYDAY);
