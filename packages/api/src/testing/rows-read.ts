import type { System } from "../core/system.ts";

interface Node {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
}

/** What a use case asked of the database. */
export interface Asked {
  statements: number;
  /** Rows of tables and indexes that were looked at, those included that a filter threw away. */
  rows: number;
}

/**
 * Runs a use case that changes nothing, and tells what it cost by what does not depend on the machine. Its statements are
 * run once more, explained.
 */
export async function rowsRead(system: System, work: () => Promise<unknown>): Promise<Asked> {
  const { pool } = system.db;
  const query = pool.query;
  const asked: { text: string; values: unknown[] }[] = [];
  pool.query = ((...args: [config: string | { text: string; values?: unknown[] }, values?: unknown[]]) => {
    const [config, values = []] = args;
    asked.push(typeof config === "string" ? { text: config, values } : { values, ...config });
    return Reflect.apply(query, pool, args);
  }) as typeof query;
  try {
    await work();
  } finally {
    pool.query = query;
  }
  let rows = 0;
  for (const { text, values } of asked) {
    if (!/^\s*(SELECT|WITH)/i.test(text)) continue;
    const plan = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    rows += scanned(plan.rows[0]["QUERY PLAN"][0].Plan);
  }
  return { statements: asked.length, rows };
}

function scanned(node: Node): number {
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  const isOfTable = /^(Seq|Index|Index Only|Bitmap Heap) Scan$/.test(node["Node Type"]);
  const own = isOfTable ? (node["Actual Rows"] + removed) * node["Actual Loops"] : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + scanned(child), own);
}
