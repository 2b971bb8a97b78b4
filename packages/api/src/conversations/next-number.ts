import type { System } from "../core/system.ts";

/** Takes the next human number; one that is then not used is a gap, which numbers may have. */
export async function nextNumber({ db }: System): Promise<number> {
  const { rows } = await db.pool.query<{ number: number }>("SELECT nextval('conversation_number_seq')::int AS number");
  const [row] = rows;
  if (!row) throw new Error("a sequence always has a next value");
  return row.number;
}
