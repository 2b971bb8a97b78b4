import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";

/**
 * The desks whose articles somebody writes: the one asked for, or all of them.
 *
 * @returns null for every desk there is, as admins have them.
 * @throws NOT_FOUND for a desk that is not theirs.
 */
export async function desksInHand(context: Context, wanted: string | undefined): Promise<string[] | null> {
  if (wanted) {
    await accessDesk(context, wanted);
    return [wanted];
  }
  const { system, actor } = context;
  const person = await system.db.prisma.person.findUnique({
    where: { id: actor.personId },
    select: { role: true, memberships: { select: { deskId: true } } },
  });
  if (!person || actor.app !== "console") throw new DomainError("NOT_FOUND");
  return person.role === "admin" ? null : person.memberships.map(({ deskId }) => deskId);
}
