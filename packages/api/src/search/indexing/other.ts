import type { Pool, PoolClient } from "pg";
import { logError } from "../../core/log.ts";
import type { System } from "../../core/system.ts";
import { buildDocuments } from "../documents/build.ts";
import type { SearchEngine } from "../engine.ts";
import { type Pending, pendingOf, putAside, settlePending } from "./pending.ts";

const BATCH = 200;
/** Failing by themselves, one after the other: not these things are bad, the engine is away. */
const AWAY_AFTER = 3;
const LOCK = "hashtext('mintreu search other')";

/**
 * Brings an engine outside of our database up to what ours has. No transaction is open meanwhile.
 *
 * @returns whether there may be more.
 * @throws Error while the engine does not answer.
 */
export async function indexPending({ db }: System, engine: SearchEngine): Promise<boolean> {
  // Of all processes one writes at a time, or an older state could arrive after a newer.
  return whileLocked(db.pool, async () => {
    const pending = await pendingOf(db.pool, engine.name, BATCH);
    if (pending.length === 0) return false;
    await write(db.pool, engine, pending).catch(() => writeOneByOne(db.pool, engine, pending));
    return pending.length === BATCH;
  });
}

async function write(pool: Pool, engine: SearchEngine, pending: readonly Pending[]): Promise<void> {
  const { documents, removed } = await withClient(pool, (client) => buildDocuments(client, pending));
  await engine.write(documents, removed);
  await settlePending(pool, engine.name, pending);
}

async function writeOneByOne(pool: Pool, engine: SearchEngine, pending: readonly Pending[]): Promise<void> {
  let failures = 0;
  for (const one of pending) {
    try {
      await write(pool, engine, [one]);
      failures = 0;
    } catch (error) {
      await putAside(pool, engine.name, [one]);
      failures++;
      if (failures >= AWAY_AFTER || pending.length === 1) throw error;
      logError(`search: ${engine.name} does not take ${one.thing} ${one.id}`, error);
    }
  }
}

async function whileLocked(pool: Pool, work: () => Promise<boolean>): Promise<boolean> {
  return withClient(pool, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS mine`);
    if (!rows[0]?.mine) return false;
    try {
      return await work();
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    }
  });
}

async function withClient<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
