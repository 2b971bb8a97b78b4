import type pg from "pg";

/** The tables that the seed writes, referred to before referring. */
export const TABLES = [
  ...["person", "desk", "desk_member", "product", "purchase"],
  ...["conversation", "conversation_desk", "event", "read_cursor"],
] as const;

/** Rows by table; keys are columns. */
export type Rows = Partial<Record<(typeof TABLES)[number], object[]>>;

/**
 * Inserts rows in one statement, the server reading them from JSON.
 *
 * @param table its name, trusted; the keys of the first row are the columns, trusted too. Dates are ISO strings.
 */
export async function insertRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
