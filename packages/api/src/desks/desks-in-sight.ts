import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { recordDeskLook } from "./record-look.ts";

/**
 * The desks whose lists the actor looks at: the one asked for, or all that they are a member of. An admin may ask for
 * any, which is written down.
 *
 * @throws NOT_FOUND for a desk that is not theirs to see.
 */
export async function desksInSight(context: Context, wanted: string | undefined): Promise<string[]> {
  const { system, actor } = context;
  const { rows } = await system.db.pool.query<{ id: string }>({
    name: "desks-of-member",
    text: "SELECT desk_id AS id FROM desk_member WHERE person_id = $1",
    values: [actor.personId],
  });
  const own = rows.map((row) => row.id);
  if (!wanted) return own;
  if (own.includes(wanted)) return [wanted];
  const exists = actor.role === "admin" && (await system.db.prisma.desk.count({ where: { id: wanted } })) > 0;
  if (!exists) throw new DomainError("NOT_FOUND");
  await recordDeskLook(context, wanted);
  return [wanted];
}
