import type pg from "pg";
import { dropIndexes, restoreIndexes } from "./bulk/indexes.ts";
import { chunk, LOAD } from "./bulk/load.ts";
import { prepare } from "./bulk/prepare.ts";

const CHUNK_SIZE = 50_000;
const PER_CUSTOMER = 25;
/** For the load's transaction alone. */
const SETTINGS = [
  "session_replication_role = replica",
  "maintenance_work_mem = '512MB'",
  "work_mem = '64MB'",
  // Events must come in the order of their conversations, as a hash join leaves them, or their key is filled at random.
  "enable_mergejoin = off",
  // The log grows by gigabytes: writing each new segment full of zeros first would double it.
  "wal_init_zero = off",
];
/** Of client ids, which the load has none of: no row goes in, so making it again would only read the events. */
const KEPT = ["event_actor_client_key"];
const LOADED = ["conversation", "conversation_desk", "event", "read_cursor"];

/**
 * Adds conversations for measuring, about ten events each, over the last three years and the desks and products that are
 * there, with new customers of about 25 conversations each. All or nothing. Takes the tables for itself while it runs.
 *
 * @param client a superuser: triggers and foreign keys are left out during the load, which writes only what holds anyway.
 * @param onProgress told how many are done after each chunk; the indexes come after the last.
 */
export async function seedConversations(
  client: pg.Client,
  count: number,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  if (count <= 0) return;
  await client.query("BEGIN");
  try {
    await load(client, count, onProgress);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function load(client: pg.Client, count: number, onProgress: (done: number) => void): Promise<void> {
  for (const setting of SETTINGS) await client.query(`SET LOCAL ${setting}`);
  const customers = Math.ceil(count / PER_CUSTOMER);
  await prepare(client, customers);
  const dropped = (await isMostlyNew(client, count)) ? await dropIndexes(client, { tables: LOADED, keep: KEPT }) : [];
  for (let done = 0; done < count; ) {
    const last = Math.min(done + CHUNK_SIZE, count);
    await client.query(chunk({ first: done + 1, last, count, customers }));
    for (const statement of LOAD) await client.query(statement);
    done = last;
    onProgress(done);
  }
  await restoreIndexes(client, dropped);
  await client.query("SELECT recount_conversations()");
  // Before the commit: afterwards the reading would mark rows as committed, and log each page it marks.
  await client.query(`ANALYZE person, purchase, conversation_count, ${LOADED.join(", ")}`);
}

/** Making the indexes again pays when there is more to come than there is. */
async function isMostlyNew(client: pg.Client, count: number): Promise<boolean> {
  const { rows } = await client.query<{ there: number }>("SELECT count(*)::int AS there FROM conversation");
  return count > (rows[0]?.there ?? 0) / 2;
}
