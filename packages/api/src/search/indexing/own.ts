import type { PoolClient } from "pg";
import { toLiken } from "../../articles/to-liken.ts";
import { isConnectionLost } from "../../core/errors.ts";
import { INDEXED, type JobPayloads } from "../../core/jobs.ts";
import { logError } from "../../core/log.ts";
import type { System } from "../../core/system.ts";
import { buildDocuments, type Ref } from "../documents/build.ts";
import { addPending, type Pending, pendingOf, putAside, settlePending } from "./pending.ts";

/** Things a transaction: few enough that none waits long for the others. */
const BATCH = 100;
/** Of the processes that index one does at a time, or an older state could be written over a newer. */
const LOCK = "pg_try_advisory_xact_lock(hashtext('mintreu search postgres'))";

/**
 * Takes changes from the outbox into the index of our database, in one transaction: what is not committed is not taken.
 *
 * @returns whether there may be more.
 */
export async function indexChanges(system: System): Promise<boolean> {
  const { pool } = system.db;
  if (!(await anythingToDo(system))) return false;
  const client = await pool.connect();
  try {
    await client.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = '30s'");
    const { rows } = await client.query<{ mine: boolean }>(`SELECT ${LOCK} AS mine`);
    const taken = rows[0]?.mine ? await indexBatch(system, client) : 0;
    await client.query("COMMIT");
    return taken >= BATCH;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function anythingToDo({ db }: System): Promise<boolean> {
  const { rows } = await db.pool.query<{ any: boolean }>({
    name: "search-anything",
    text: `SELECT EXISTS (SELECT FROM outbox WHERE name = ANY ($1::text[]))
             OR EXISTS (SELECT FROM search_pending WHERE engine = 'postgres' AND due_at <= now()) AS any`,
    values: [INDEXED],
  });
  return rows[0]?.any ?? false;
}

async function indexBatch({ engines }: System, client: PoolClient): Promise<number> {
  const again = await pendingOf(client, "postgres", BATCH / 4);
  const taken = await takeChanges(client);
  const refs = distinct([...taken, ...again]);
  const failed = await write({ engines }, client, refs);
  const indexed = (ref: Ref) => !failed.some((other) => isSame(ref, other));
  await settlePending(client, "postgres", again.filter(indexed));
  if (failed.length > 0) await putAside(client, "postgres", failed);
  if (engines.other) await addPending(client, engines.other.name, refs);
  await toLiken(
    client,
    refs.filter(({ thing }) => thing === "article").map(({ id }) => id),
  );
  return taken.length + again.length;
}

async function takeChanges(client: PoolClient): Promise<Ref[]> {
  const { rows } = await client.query<{ payload: JobPayloads["search.index"] }>({
    name: "search-take-changes",
    text: `DELETE FROM outbox WHERE id IN (
             SELECT id FROM outbox WHERE name = ANY ($1::text[]) ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
           RETURNING payload`,
    values: [INDEXED, BATCH],
  });
  return rows.map(({ payload }) => payload);
}

/** @returns what could not be written: alone, so that nothing else is held up by it. */
async function write({ engines }: Pick<System, "engines">, client: PoolClient, refs: readonly Ref[]): Promise<Ref[]> {
  await client.query("SAVEPOINT written");
  try {
    const { documents, removed } = await buildDocuments(client, refs);
    await engines.own.writeIn(client, documents, removed);
    return [];
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    await client.query("ROLLBACK TO written");
    const [only, ...others] = refs;
    if (only && others.length === 0) {
      logError(`search: ${only.thing} ${only.id} is left out for now`, error);
      return [only];
    }
    const half = Math.ceil(refs.length / 2);
    return [
      ...(await write({ engines }, client, refs.slice(0, half))),
      ...(await write({ engines }, client, refs.slice(half))),
    ];
  }
}

function distinct(refs: readonly (Ref | Pending)[]): Ref[] {
  return [...new Map(refs.map(({ thing, id }) => [`${thing}:${id}`, { thing, id }])).values()];
}

function isSame(one: Ref, other: Ref): boolean {
  return one.thing === other.thing && one.id === other.id;
}
