import type { SearchDocument } from "../engine.ts";
import { stemOf } from "../text/stem.ts";
import { joinedAt, type Word, wordsOf } from "../text/words.ts";
import { filterWords } from "./filters.ts";

/** Fields of a document: what a word there is worth, how long the field usually is, and how far its length counts. */
const FIELDS = {
  title: { worth: 4.5, usual: 8, lengthCounts: 0.5 },
  headings: { worth: 1.2, usual: 30, lengthCounts: 0.6 },
  body: { worth: 1, usual: 300, lengthCounts: 0.8 },
} as const;
/** How soon the next mention of a word adds nothing more: k1 of BM25. */
const SATURATION = 0.9;
/** What is longer is searched by its beginning, in UTF-16 code units. */
const LONGEST_BODY = 100_000;
const LONGEST_FIELD = 4_000;
/** Ends a stretch of text in a sequence: the title, then each heading; the body is the rest. */
export const GAP = 0xffff;
const MOST_WORDS = 0xfff0;

/** A document as it is packed: what it is about, apart from its text. */
export interface Forward {
  /** Stems, and behind them the filters; each once. */
  words: readonly string[];
  /** How much each says about the document, of 255. */
  weights: Uint8Array;
  /** Title, headings and body as numbers of words, with `GAP` between them. */
  sequence: Uint16Array;
  /** Words as they are written, for the dictionary. */
  written: ReadonlySet<string>;
}

/** Text as the database can keep it. */
export function storable(text: string): string {
  return text.replaceAll("\0", " ").toWellFormed();
}

/** The title of a document as it is searched and shown. */
export function titleOf(document: SearchDocument): string {
  return storable(document.title.slice(0, LONGEST_FIELD));
}

/** The body of a document as it is searched and shown. */
export function bodyOf(document: SearchDocument): string {
  return storable(document.body.slice(0, LONGEST_BODY));
}

/**
 * Reads a document once, so that nothing of it has to be read again. The weight of a word is BM25F's, saturated: what is
 * usual is fixed here rather than counted, so a weight never has to be changed because other documents came or went.
 */
export function forwardOf(document: SearchDocument): Forward {
  const reading = new Reading();
  reading.read(titleOf(document), "title");
  reading.gap();
  for (const heading of headingsOf(document)) {
    reading.read(heading, "headings");
    reading.gap();
  }
  reading.read(bodyOf(document), "body");
  return reading.done(filterWords(document));
}

function headingsOf({ headings }: SearchDocument): string[] {
  return headings.slice(0, 200).map((heading) => storable(heading.slice(0, LONGEST_FIELD / 10)));
}

type Field = keyof typeof FIELDS;

class Reading {
  readonly #numbers = new Map<string, number>();
  readonly #mentions: { [F in Field]: Map<number, number> } = {
    title: new Map(),
    headings: new Map(),
    body: new Map(),
  };
  readonly #lengths = { title: 0, headings: 0, body: 0 };
  readonly #sequence: number[] = [];
  readonly #written = new Set<string>();

  read(text: string, field: Field): void {
    const words = wordsOf(text);
    words.forEach((word, index) => {
      this.#sequence.push(this.#mention(word.text, field));
      const joined = joinedAt(words, index, text);
      if (joined) this.#mention(joined, field);
    });
    this.#lengths[field] += words.length;
  }

  gap(): void {
    this.#sequence.push(GAP);
  }

  done(filters: readonly string[]): Forward {
    const words = [...this.#numbers.keys(), ...filters];
    const weights = new Uint8Array(words.length).fill(1);
    for (const number of this.#numbers.values()) weights[number] = this.#weightOf(number);
    return { words, weights, sequence: Uint16Array.from(this.#sequence), written: this.#written };
  }

  #mention(word: Word["text"], field: Field): number {
    const stem = stemOf(word);
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      if (this.#numbers.size >= MOST_WORDS) return GAP;
      number = this.#numbers.size;
      this.#numbers.set(stem, number);
    }
    this.#written.add(word);
    const mentions = this.#mentions[field];
    mentions.set(number, (mentions.get(number) ?? 0) + 1);
    return number;
  }

  #weightOf(number: number): number {
    let sum = 0;
    for (const field of Object.keys(FIELDS) as Field[]) {
      const { worth, usual, lengthCounts } = FIELDS[field];
      const mentions = this.#mentions[field].get(number) ?? 0;
      sum += (worth * mentions) / (1 - lengthCounts + (lengthCounts * this.#lengths[field]) / usual);
    }
    return Math.max(1, Math.round((255 * sum) / (SATURATION + sum)));
  }
}
