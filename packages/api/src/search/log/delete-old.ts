import type { System } from "../../core/system.ts";

/** Figures go back a year. */
const KEPT_DAYS = 400;
/** Rows that are deleted at a time: one statement for all would hold what it deletes, and its log, for minutes. */
const BATCH = 5_000;

/** Deletes searches, and avoided tickets, that no figure shows any more. */
export async function deleteOldSearches(system: System, batch = BATCH): Promise<void> {
  const before = new Date(system.clock().getTime() - KEPT_DAYS * 86_400_000);
  for (const table of ["search_log", "avoided_ticket"] as const) {
    let deleted: number | null;
    do {
      ({ rowCount: deleted } = await system.db.pool.query(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY (SELECT ctid FROM ${table} WHERE at < $1 LIMIT $2))`,
        [before, batch],
      ));
    } while (deleted === batch);
  }
}
