import type { TypesenseSettings } from "../../core/system.ts";
import type {
  EngineQuery,
  EngineResult,
  LikeHit,
  LikeQuery,
  Rebuilding,
  SearchDocument,
  SearchEngine,
} from "../engine.ts";
import { type Found, NOTHING, resultOf } from "./answer.ts";
import { TypesenseClient, TypesenseError } from "./client.ts";
import { rowOf } from "./collection.ts";
import { GenerationStore, PATIENT, tombstoneOf } from "./generations.ts";
import { keyOf } from "./keys.ts";
import { likeHits, likeSearches } from "./like.ts";
import { filterOf, questionOf, searchOf } from "./question.ts";
import { SynonymSets } from "./synonym-sets.ts";

/** How long (ms) a search waits: people are typing, and PostgreSQL answers instead. */
const TIMEOUT = 1_000;
/** Documents that one filter names: a query string has at most 4,000 characters. */
const AT_ONCE = 30;
/** A rebuild that swaps in between drops what was about to be written to. */
const TRIES = 3;

/** Searches with a Typesense server, as docs/decisions/0012-typesense.md tells. */
export class TypesenseEngine implements SearchEngine {
  readonly name = "typesense";
  readonly #client: TypesenseClient;
  readonly #generations: GenerationStore;
  readonly #synonyms: SynonymSets;

  /** @param prefix of the names of everything in the server that is ours. */
  constructor(settings: TypesenseSettings, prefix = "mintreu") {
    this.#client = new TypesenseClient(settings);
    this.#generations = new GenerationStore(this.#client, prefix);
    this.#synonyms = new SynonymSets(this.#client, prefix);
  }

  async search(query: EngineQuery): Promise<EngineResult> {
    const words = questionOf(query);
    const filter = filterOf(query);
    // Without words Typesense would give everything.
    if (words.length === 0 || filter === null) return structuredClone(NOTHING);
    const synonymSet = await this.#synonyms.nameOf(query.vocabulary);
    const search = searchOf(query, { words, filter, synonymSet, collection: this.#generations.live });
    const [found] = await this.#multiSearch([search]);
    return resultOf(found ?? {}, words);
  }

  async like(query: LikeQuery): Promise<LikeHit[]> {
    const searches = likeSearches(query, this.#generations.live);
    return searches === null ? [] : likeHits(await this.#multiSearch(searches), query);
  }

  /** Not by GET: the words that somebody holds make no short query string. */
  async #multiSearch(searches: readonly object[]): Promise<Found[]> {
    const { results } = await this.#client.call<{ results: Found[] }>("POST", "/multi_search", {
      body: { searches },
      timeoutMs: TIMEOUT,
    });
    const failed = results.length < searches.length ? {} : results.find(({ code }) => code !== undefined);
    if (failed) {
      const { code: status = 0, error: message = "no result" } = failed;
      throw new TypesenseError("POST /multi_search", { status, message });
    }
    return results;
  }

  async write(documents: readonly SearchDocument[], removed: readonly string[]): Promise<void> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#writeOnce(documents, removed);
      } catch (error) {
        if (tried === TRIES || !(error instanceof TypesenseError) || error.status !== 404) throw error;
      }
    }
  }

  async #writeOnce(documents: readonly SearchDocument[], removed: readonly string[]): Promise<void> {
    const { live, next } = await this.#generations.ensureLive();
    const rows = documents.map(rowOf);
    await this.#import(live, rows, "upsert");
    await this.#remove(live, removed);
    if (next) await this.#import(next, [...rows, ...removed.map(tombstoneOf)], "upsert");
  }

  async isEmpty(): Promise<boolean> {
    const { live } = await this.#generations.current();
    if (!live) return true;
    const path = `/collections/${live}`;
    const collection = await this.#client.find<{ num_documents: number }>("GET", path, { timeoutMs: PATIENT });
    return !collection || collection.num_documents === 0;
  }

  async rebuild(): Promise<Rebuilding> {
    const collection = await this.#generations.begin();
    return {
      add: async (documents) => {
        await this.#generations.signLife(collection);
        // What is there already was written meanwhile, or taken out: it is newer.
        await this.#import(collection, documents.map(rowOf), "create");
      },
      swap: async () => {
        await this.#generations.swap(collection);
        await this.#synonyms.sweep();
      },
      abandon: () => this.#generations.abandon(collection),
    };
  }

  /** @throws TypesenseError unless every row is in, or, where they are only to be created, was before. */
  async #import(collection: string, rows: readonly object[], action: "create" | "upsert"): Promise<void> {
    if (rows.length === 0) return;
    const path = `/collections/${collection}/documents/import`;
    const body = rows.map((row) => JSON.stringify(row)).join("\n");
    const said = await this.#client.call<string>("POST", path, { query: { action }, body, timeoutMs: PATIENT });
    const answers = said.split("\n").map((line): { success: boolean; code?: number } => JSON.parse(line));
    const failed = answers.find(({ success, code }) => !success && !(action === "create" && code === 409));
    if (failed || answers.length !== rows.length)
      throw new TypesenseError(`POST ${path}`, { status: failed?.code ?? 0, message: "a document was not taken" });
  }

  async #remove(collection: string, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const keys = ids.slice(from, from + AT_ONCE).map(keyOf);
      const query = { filter_by: `id:[${keys.join(",")}]` };
      await this.#client.call("DELETE", `/collections/${collection}/documents`, { query, timeoutMs: PATIENT });
    }
  }
}
