import type pg from "pg";

/** What was taken away, as the statements that bring it back. */
export type Dropped = readonly string[];

interface Found {
  table: string;
  name: string;
  /** The statement that makes the index. */
  definition: string;
  /** The definition of the primary key it belongs to. */
  key: string | null;
}

const INDEXES = `
  SELECT t.relname AS table, i.relname AS name, pg_get_indexdef(i.oid) AS definition, pg_get_constraintdef(k.oid) AS key
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.conrelid = t.oid AND k.contype = 'p'
  WHERE t.oid = ANY ($1::regclass[]) AND i.relname <> ALL ($2::text[])
    AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.confrelid = t.oid AND f.conindid = i.oid AND f.contype = 'f')
  ORDER BY t.relname, i.relname`;

/**
 * Drops the indexes of tables, so that rows go in without them; sorting them in at the end costs a fraction. The keys that
 * foreign keys point at stay, and what is to be kept.
 */
export async function dropIndexes(
  client: pg.Client,
  { tables, keep }: { tables: readonly string[]; keep: readonly string[] },
): Promise<Dropped> {
  const { rows } = await client.query<Found>(INDEXES, [tables, keep]);
  for (const { table, name, key } of rows) {
    await client.query(key ? `ALTER TABLE ${table} DROP CONSTRAINT ${name}` : `DROP INDEX ${name}`);
  }
  return rows.map(({ table, name, definition, key }) =>
    key ? `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${key}` : definition,
  );
}

/** Makes dropped indexes again, under their old names. */
export async function restoreIndexes(client: pg.Client, dropped: Dropped): Promise<void> {
  for (const statement of dropped) await client.query(statement);
}
