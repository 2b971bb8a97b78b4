import type pg from "pg";
import { TABLES } from "../insert.ts";

/** A checksum of each seeded table and of the counts. Two databases with equal checksums have equal rows. */
export async function checksums(client: pg.Client): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of [...TABLES, "conversation_count"]) {
    const { rows } = await client.query<{ sum: string }>(
      `SELECT count(*) || ' ' || md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS sum FROM ${table} t`,
    );
    sums[table] = rows[0]?.sum ?? "";
  }
  return sums;
}
