import type { ClientBase, Pool, PoolClient } from "pg";
import type { Rebuilding, SearchDocument } from "../engine.ts";
import { storable } from "./forward.ts";
import { packBuilding } from "./pack.ts";
import { readAll } from "./read.ts";
import { deleteGeneration, sweep } from "./sweep.ts";
import { insertDocuments, lockForWriting } from "./write.ts";

/** So many documents that are in no segment become one. Nobody searches them, so they may be many. */
const PACK_AT = 8_192;
const LOCK = "hashtext('mintreu search rebuild')";

/**
 * Begins a second generation. Its connection holds a lock until it ends: a process that dies leaves nothing that holds up
 * the next one, which takes away what is left.
 */
export async function beginRebuild(pool: Pool): Promise<Rebuilding> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS mine`);
    if (!rows[0]?.mine) throw new Error("the search index is already being rebuilt");
    await sweep(client);
    const generation = await begin(client);
    return new OneRebuilding(client, generation);
  } catch (error) {
    await release(client);
    throw error;
  }
}

async function begin(client: PoolClient): Promise<number> {
  const { rows: left } = await client.query<{ id: number }>(
    "SELECT id FROM search_generation WHERE state = 'building'",
  );
  for (const { id } of left) await abandon(client, id);
  return withLock(client, async () => {
    const { rows } = await client.query<{ id: number }>(
      "INSERT INTO search_generation (state) VALUES ('building') RETURNING id",
    );
    if (!rows[0]) throw new Error("a generation was not inserted");
    return rows[0].id;
  });
}

class OneRebuilding implements Rebuilding {
  readonly #client: PoolClient;
  readonly #generation: number;
  #unpacked = 0;
  #ended = false;

  constructor(client: PoolClient, generation: number) {
    this.#client = client;
    this.#generation = generation;
  }

  async add(documents: readonly SearchDocument[]): Promise<void> {
    const read = await readAll(documents);
    const added = await withLock(this.#client, async () => {
      const newer = await this.#knownOf(documents);
      const missing = read.filter(({ document }) => !newer.has(storable(document.id)));
      await insertDocuments(this.#client, this.#generation, missing);
      return missing.length;
    });
    this.#unpacked += added;
    if (this.#unpacked < PACK_AT) return;
    await packBuilding(this.#client, this.#generation);
    this.#unpacked = 0;
  }

  async swap(): Promise<void> {
    await packBuilding(this.#client, this.#generation);
    await withLock(this.#client, async () => {
      const become = "UPDATE search_generation SET changed_at = now(), state =";
      await this.#client.query(`${become} 'dropped' WHERE state = 'live'`);
      await this.#client.query(`${become} 'live' WHERE id = $1`, [this.#generation]);
      await this.#client.query("DELETE FROM search_removed WHERE generation_id = $1", [this.#generation]);
    });
    await this.#end();
  }

  async abandon(): Promise<void> {
    if (this.#ended) return;
    await abandon(this.#client, this.#generation).finally(() => this.#end());
  }

  /** What was written meanwhile, or taken out: it is newer than what is added. */
  async #knownOf(documents: readonly SearchDocument[]): Promise<Set<string>> {
    const { rows } = await this.#client.query<{ document_id: string }>(
      `SELECT document_id FROM search_document WHERE generation_id = $1 AND document_id = ANY ($2::text[])
       UNION SELECT document_id FROM search_removed WHERE generation_id = $1 AND document_id = ANY ($2::text[])`,
      [this.#generation, documents.map(({ id }) => storable(id))],
    );
    return new Set(rows.map(({ document_id }) => document_id));
  }

  async #end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await release(this.#client);
  }
}

/** First it stops being written to, then it is deleted, which may take a while. */
async function abandon(client: ClientBase, generation: number): Promise<void> {
  const { rowCount } = await withLock(client, () =>
    client.query(
      "UPDATE search_generation SET state = 'dropped', changed_at = now() WHERE id = $1 AND state = 'building'",
      [generation],
    ),
  );
  if (rowCount) await deleteGeneration(client, generation);
}

async function withLock<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query("BEGIN");
  try {
    await lockForWriting(client);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** A connection that is lost has let the lock go by itself. */
async function release(client: PoolClient): Promise<void> {
  try {
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
