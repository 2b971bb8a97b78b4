import pg from "pg";
import { inject } from "vitest";
import { until } from "./until.ts";

/** Asks the system's database what no screen tells. */
export async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: inject("system").database });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Jobs about an article that wait for their time wait no longer, once so many are in the queue. */
export async function letTimeCome(job: string, { articleId, times = 1 }: { articleId: string; times?: number }) {
  await until(async () => {
    const rows = await ask(
      "UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND data->>'articleId' = $2 RETURNING 1",
      [job, articleId],
    );
    return rows.length === times;
  }, `${job} to be in the queue`);
}
