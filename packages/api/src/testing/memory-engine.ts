import type {
  EngineQuery,
  EngineResult,
  LikeHit,
  LikeQuery,
  Rebuilding,
  SearchDocument,
  SearchEngine,
} from "../search/engine.ts";

/**
 * An engine of a few lines that stands for another server: it can be away, and it can refuse a document. It finds what holds
 * every word.
 */
export class MemoryEngine implements SearchEngine {
  readonly name = "typesense";
  readonly documents = new Map<string, SearchDocument>();
  /** While it is away everything fails. */
  away = false;
  /** While it hangs nothing answers. */
  hangs = false;
  /** Part of the ids that it refuses. */
  refuses: string | null = null;
  searches = 0;

  async write(documents: readonly SearchDocument[], removed: readonly string[]): Promise<void> {
    await this.#answer();
    const { refuses } = this;
    if (refuses !== null && documents.some(({ id }) => id.includes(refuses))) throw new Error("refused");
    for (const document of documents) this.documents.set(document.id, document);
    for (const id of removed) this.documents.delete(id);
  }

  async search({ text, readers, limit }: EngineQuery): Promise<EngineResult> {
    this.searches++;
    await this.#answer();
    const words = text.toLowerCase().split(" ");
    const matching = [...this.documents.values()].filter((one) => {
      const all = `${one.title} ${one.body}`.toLowerCase();
      return one.readers.some((reader) => readers.includes(reader)) && words.every((word) => all.includes(word));
    });
    const hits = matching.slice(0, limit).map(({ id, group, kind, title }) => {
      return { id, group, kind, score: 1, title: [{ text: title, match: true }], excerpt: [] };
    });
    return { hits, total: matching.length, kinds: {}, products: {}, suggestion: null };
  }

  async like({ words, readers, without = [], limit }: LikeQuery): Promise<LikeHit[]> {
    await this.#answer();
    const hits = [...this.documents.values()].flatMap(({ id, group, readers: own, title, body }) => {
      if (without.includes(group) || !own.some((reader) => readers.includes(reader))) return [];
      const all = `${title} ${body}`.toLowerCase();
      return { id, group, likeness: words.filter((word) => all.includes(word)).length / words.length };
    });
    return hits.sort((a, b) => b.likeness - a.likeness).slice(0, limit);
  }

  async isEmpty(): Promise<boolean> {
    await this.#answer();
    return this.documents.size === 0;
  }

  async rebuild(): Promise<Rebuilding> {
    await this.#answer();
    const fresh = new Map<string, SearchDocument>();
    return {
      add: async (documents) => {
        for (const document of documents) fresh.set(document.id, document);
      },
      swap: async () => {
        for (const [id, document] of fresh) this.documents.set(id, document);
      },
      abandon: async () => {},
    };
  }

  async #answer(): Promise<void> {
    if (this.hangs) await new Promise(() => {});
    if (this.away) throw new Error("the engine is away");
  }
}
