import { stemOf } from "./stem.ts";
import { wordsOf } from "./words.ts";

/** A phrase in stems, and the others that mean the same. */
interface Entry {
  phrase: readonly string[];
  others: readonly (readonly string[])[];
}

/** A phrase of a text with its other words: `from` is the number of its first word. */
interface Said extends Entry {
  from: number;
}

/** Groups of words that mean the same, looked up by what is said. */
export class Thesaurus {
  readonly #byFirst = new Map<string, Entry[]>();

  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      const phrases = group.map((phrase) => wordsOf(phrase).map(({ text }) => stemOf(text)));
      for (const phrase of phrases) {
        const [first] = phrase;
        if (first === undefined) continue;
        const others = phrases.filter((other) => other.length > 0 && other.join(" ") !== phrase.join(" "));
        this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { phrase, others }]);
      }
    }
  }

  /** @param stems the words of a text. */
  said(stems: readonly string[]): Said[] {
    return stems.flatMap((stem, from) =>
      (this.#byFirst.get(stem) ?? [])
        .filter(({ phrase }) => phrase.every((other, index) => stems[from + index] === other))
        .map((entry) => ({ ...entry, from })),
    );
  }
}
