import { createHash } from "node:crypto";
import type { Vocabulary } from "../engine.ts";
import { wordsOf } from "../text/words.ts";
import type { TypesenseClient } from "./client.ts";

/** How long (ms) a set that was written is believed to be there. */
const BELIEVED = 60_000;
const TIMEOUT = 1_000;

/**
 * The editors' synonyms, as a set of Typesense that a search names. A set's name says what is in it, so that processes which
 * know older words for a moment do not undo each other's.
 */
export class SynonymSets {
  readonly #client: TypesenseClient;
  readonly #prefix: string;
  readonly #written = new Map<string, number>();

  constructor(client: TypesenseClient, prefix: string) {
    this.#client = client;
    this.#prefix = `${prefix}_words_`;
  }

  /** The name of the set with these words, which is there; null without any. */
  async nameOf({ synonyms }: Vocabulary): Promise<string | null> {
    const items = synonyms
      .map((words) => words.map(folded).filter((word) => word !== ""))
      .filter(({ length }) => length > 1);
    if (items.length === 0) return null;
    const hash = createHash("sha256").update(JSON.stringify(items)).digest("hex").slice(0, 24);
    const name = `${this.#prefix}${hash}`;
    if ((this.#written.get(name) ?? 0) > performance.now()) return name;
    const body = { items: items.map((words, index) => ({ id: String(index), synonyms: words })) };
    await this.#client.call("PUT", `/synonym_sets/${name}`, { body, timeoutMs: TIMEOUT });
    this.#written.set(name, performance.now() + BELIEVED);
    return name;
  }

  /** Drops sets of earlier words. Whoever still needs one writes it again. */
  async sweep(): Promise<void> {
    const sets = await this.#client.call<{ name: string }[]>("GET", "/synonym_sets", { timeoutMs: TIMEOUT });
    for (const { name } of sets) {
      if (!name.startsWith(this.#prefix) || this.#written.has(name)) continue;
      await this.#client.find("DELETE", `/synonym_sets/${name}`, { timeoutMs: TIMEOUT });
    }
  }
}

function folded(phrase: string): string {
  return wordsOf(phrase)
    .map(({ text }) => text)
    .join(" ");
}
