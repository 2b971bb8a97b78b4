import type { PgBoss } from "pg-boss";
import { INDEXED, type QueuedJob } from "../core/jobs.ts";
import { logError } from "../core/log.ts";
import type { System } from "../core/system.ts";

interface Row {
  name: QueuedJob;
  payload: object;
  startAt: Date;
  singletonKey: string;
}

/** How often (ms) the outbox is looked into when it was found empty. */
const PAUSE = 500;
const BATCH = 500;

/**
 * Moves committed jobs from the outbox into the job queue. A job is in one or the other: both are written in one
 * transaction.
 */
export function relay(system: System, boss: PgBoss): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const running = (async () => {
    while (!stopped.signal.aborted) {
      const moved = await moveBatch(system, boss).catch((error) => {
        logError("relay", error);
        return 0;
      });
      if (moved < BATCH) await pause(stopped.signal);
    }
  })();
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

/** @returns how many jobs were moved. */
async function moveBatch({ db }: System, boss: PgBoss): Promise<number> {
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<Row>(
      `DELETE FROM outbox WHERE id IN (
         SELECT id FROM outbox WHERE name <> ALL ($2::text[]) ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING name, payload, start_at AS "startAt", coalesce(singleton_key, 'outbox:' || id) AS "singletonKey"`,
      [BATCH, INDEXED],
    );
    const executor = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    for (const [name, jobs] of Map.groupBy(rows, (row) => row.name)) {
      // Each has a key: of the jobs without one, too, the queue would keep one and drop the others.
      const inserts = jobs.map(({ payload, startAt, singletonKey }) => {
        return { data: payload, startAfter: startAt, singletonKey };
      });
      await boss.insert(name, inserts, { db: executor });
    }
    await client.query("COMMIT");
    return rows.length;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, PAUSE);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
