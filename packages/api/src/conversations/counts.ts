import type { Context } from "../core/transact.ts";
import { desksInSight } from "../desks/desks-in-sight.ts";
import type { View } from "./schema.ts";

/** Every count of the console's sidebar, read from the counters: its cost does not grow with the conversations. */
export async function countViews(
  context: Context,
  input: { deskId?: string | undefined },
): Promise<Record<View, number>> {
  const desks = await desksInSight(context, input.deskId);
  const { rows } = await context.system.db.pool.query<Record<View, number>>({
    name: "count-views",
    text: `
      SELECT coalesce(sum(count) FILTER (WHERE open AND assignee_id = $2), 0)::int AS mine,
        coalesce(sum(count) FILTER (WHERE open AND assignee_id = '00000000-0000-0000-0000-000000000000'), 0)::int AS unassigned,
        coalesce(sum(count) FILTER (WHERE open), 0)::int AS open,
        coalesce(sum(count) FILTER (WHERE NOT open), 0)::int AS resolved
      FROM conversation_count, LATERAL (SELECT status NOT IN ('resolved', 'closed') AS open) s
      WHERE desk_id = ANY ($1)`,
    values: [desks, context.actor.personId],
  });
  return rows[0] ?? { mine: 0, unassigned: 0, open: 0, resolved: 0 };
}
