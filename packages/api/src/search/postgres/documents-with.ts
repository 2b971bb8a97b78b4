import type { Pool } from "pg";

/** In about how many documents each of some words is, readable or not; without those that are in none. */
export async function documentsWith(pool: Pool, words: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ word: string; documents: number }>({
    name: "search-documents-with",
    text: `SELECT k.word, k.documents FROM search_generation g
           JOIN search_word k ON k.generation_id = g.id AND k.word = ANY ($1::text[])
           WHERE g.state = 'live'`,
    values: [words],
  });
  return new Map(rows.map(({ word, documents }) => [word, Math.max(1, documents)]));
}
