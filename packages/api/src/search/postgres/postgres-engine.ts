import type { ClientBase, Pool } from "pg";
import { logError } from "../../core/log.ts";
import type {
  EngineQuery,
  EngineResult,
  LikeHit,
  LikeQuery,
  OwnEngine,
  Rebuilding,
  SearchDocument,
} from "../engine.ts";
import { documentsWith } from "./documents-with.ts";
import { filtersOf } from "./filters.ts";
import { like } from "./like.ts";
import { PACK_AT, packLive } from "./pack.ts";
import { present } from "./present.ts";
import { beginRebuild } from "./rebuild.ts";
import { LOOKED_AT, rerank } from "./rerank.ts";
import { completionsOf, resolve } from "./resolve.ts";
import { score } from "./score.ts";
import { groupNumber } from "./segment.ts";
import { Shelf, type Snapshot } from "./shelf.ts";
import { suggest } from "./suggest.ts";
import { type Understood, understand } from "./understand.ts";
import { visibleOf } from "./visible.ts";
import { writeIn } from "./write.ts";

/** A search, and what its words may be the beginning of. */
type Asked = Understood & { completed: Awaited<ReturnType<typeof completionsOf>> };

/** How often a search begins anew when what it reads is changed under it; after that it takes what is left. */
const MOST_TRIES = 5;

const CHANGES_TOO_FAST = "the search index changes faster than it can be read";

const NOTHING: EngineResult = { hits: [], total: 0, kinds: {}, products: {}, suggestion: null };

/**
 * The search that is in our own database; docs/decisions/0011-search-ranking.md says how it ranks and why it is built so.
 * Any number of processes may search and write: each asks the database what there is and keeps only what cannot change.
 */
export class PostgresEngine implements OwnEngine {
  readonly name = "postgres";
  readonly #pool: Pool;
  readonly #shelf: Shelf;
  #packing: Promise<void> | null = null;
  #written = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#shelf = new Shelf(pool);
  }

  async search(query: EngineQuery): Promise<EngineResult> {
    const understood = understand(query.text, query.vocabulary);
    if (understood.terms.length === 0 || query.readers.length === 0) return NOTHING;
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const [snapshot, completed] = await Promise.all([
        this.#shelf.snapshot(),
        completionsOf(this.#pool, understood.terms),
      ]);
      const found = snapshot && (await this.#find(query, { ...understood, completed }, snapshot));
      if (found) return found;
    }
    throw new Error(CHANGES_TOO_FAST);
  }

  async write(documents: readonly SearchDocument[], removed: readonly string[]): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query("BEGIN");
      await this.writeIn(client, documents, removed);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  async writeIn(client: ClientBase, documents: readonly SearchDocument[], removed: readonly string[]): Promise<void> {
    this.#written += documents.length;
    // What was written before and is committed; it cannot wait for the transaction that this is in.
    if (this.#written >= PACK_AT) this.#pack();
    await writeIn(client, { shelf: this.#shelf, documents, removed });
  }

  async isEmpty(): Promise<boolean> {
    const { rows } = await this.#pool.query<{ empty: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM search_document d JOIN search_generation g ON g.id = d.generation_id
                          WHERE g.state = 'live') AS empty`,
    );
    return rows[0]?.empty ?? true;
  }

  async documentsWith(words: readonly string[], readers: readonly string[]): Promise<Map<string, number>> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const snapshot = await this.#shelf.snapshot();
      if (snapshot) return documentsWith(this.#shelf, snapshot, { words, readers });
    }
    throw new Error(CHANGES_TOO_FAST);
  }

  async like(query: LikeQuery): Promise<LikeHit[]> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const snapshot = await this.#shelf.snapshot();
      const found = snapshot && (await like({ pool: this.#pool, shelf: this.#shelf, snapshot }, query));
      if (found) return found;
    }
    throw new Error(CHANGES_TOO_FAST);
  }

  rebuild(): Promise<Rebuilding> {
    return beginRebuild(this.#pool);
  }

  /** @returns null when the index was changed meanwhile. */
  async #find(query: EngineQuery, understood: Asked, snapshot: Snapshot): Promise<EngineResult | null> {
    if (snapshot.fresh >= 2 * PACK_AT) this.#pack();
    const filters = filtersOf(query);
    const sight = { filters, postings: await this.#shelf.postings(snapshot, filters.flat()) };
    const visible = visibleOf(snapshot, { ...sight, without: new Set(query.without?.map(groupNumber)) });
    if (visible.count === 0) return NOTHING;
    const looking = { pool: this.#pool, shelf: this.#shelf, snapshot, visible };
    const terms = await resolve(looking, understood.terms, understood.completed);
    const most = Math.max(LOOKED_AT, query.offset + query.limit);
    const { best, total, kinds, products } = await score({ snapshot, visible, terms, most });
    if (best.length === 0) return NOTHING;
    const ranked = await rerank(this.#pool, best, terms);
    const shown = ranked && (await present(this.#pool, ranked.slice(query.offset, query.offset + query.limit), terms));
    if (!shown) return null;
    return {
      ...{ hits: shown.map(({ hit }) => hit), total, kinds, products: Object.fromEntries(products) },
      suggestion: suggest(understood, terms, shown),
    };
  }

  /** In the background: nobody waits for it, and if it fails the next one does it. */
  #pack(): void {
    this.#written = 0;
    this.#packing ??= packLive(this.#pool)
      .catch((error) => logError("search: packing the index", error))
      .finally(() => {
        this.#packing = null;
      });
  }
}
