import { DomainError } from "./errors.ts";
import type { System } from "./system.ts";

interface Limit {
  /** What is counted, such as `sign-in:address:203.0.113.7`. */
  key: string;
  max: number;
  windowSeconds: number;
}

/**
 * Counts one try, in a window that starts with the first; shared by every process.
 *
 * @throws RATE_LIMITED when there were too many.
 */
export async function takeFromLimit(system: System, limit: Limit): Promise<void> {
  const retryAfterSeconds = await waitOf(system, limit);
  if (retryAfterSeconds > 0) throw new DomainError("RATE_LIMITED", { retryAfterSeconds });
}

/** Counts one try likewise. @returns whether there were not too many. */
export async function isWithinLimit(system: System, limit: Limit): Promise<boolean> {
  return (await waitOf(system, limit)) === 0;
}

/** Counts one try. @returns seconds after which to try again when there were more than `max`; 0 when not. */
async function waitOf(system: System, { key, max, windowSeconds }: Limit): Promise<number> {
  const now = system.clock();
  const { rows } = await system.db.pool.query<{ count: number; windowStart: Date }>(
    `INSERT INTO rate_limit AS r (key, window_start, count) VALUES ($1, $2, 1)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN r.window_start <= $3 THEN 1 ELSE r.count + 1 END,
       window_start = CASE WHEN r.window_start <= $3 THEN $2 ELSE r.window_start END
     RETURNING count, window_start AS "windowStart"`,
    [key, now, new Date(now.getTime() - windowSeconds * 1000)],
  );
  const [row] = rows;
  if (!row || row.count <= max) return 0;
  const end = row.windowStart.getTime() + windowSeconds * 1000;
  return Math.ceil((end - now.getTime()) / 1000);
}
