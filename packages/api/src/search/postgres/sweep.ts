import type { ClientBase } from "pg";

/** A search that began before may still read what does not count any more; none takes that long. */
const AFTER = "interval '1 minute'";

/** Deletes what does not count any more. */
export async function sweep(client: ClientBase): Promise<void> {
  const { rows: dropped } = await client.query<{ id: number }>(
    `SELECT id FROM search_generation WHERE state = 'dropped' AND changed_at < now() - ${AFTER}`,
  );
  for (const { id } of dropped) await deleteGeneration(client, id);
  const { rows: retired } = await client.query<{ id: number }>(
    `SELECT s.id FROM search_segment s JOIN search_generation g ON g.id = s.generation_id
     WHERE g.state = 'live' AND s.retired_at < now() - ${AFTER}`,
  );
  const ids = retired.map(({ id }) => id);
  await client.query("DELETE FROM search_posting WHERE segment_id = ANY ($1::int[])", [ids]);
  await client.query("DELETE FROM search_segment WHERE id = ANY ($1::int[])", [ids]);
}

/** Deletes a generation whole, its name last: what is cut short is deleted the next time. */
export async function deleteGeneration(client: ClientBase, id: number): Promise<void> {
  await client.query(
    "DELETE FROM search_posting WHERE segment_id IN (SELECT id FROM search_segment WHERE generation_id = $1)",
    [id],
  );
  for (const table of ["search_segment", "search_fresh", "search_document", "search_word", "search_removed"])
    await client.query(`DELETE FROM ${table} WHERE generation_id = $1`, [id]);
  await client.query("DELETE FROM search_generation WHERE id = $1", [id]);
}
