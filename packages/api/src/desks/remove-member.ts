import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";

/** Takes an agent out of a desk. What they have open of it closes at once. */
export async function removeMember(
  { system }: Context,
  { deskId, personId }: { deskId: string; personId: string },
): Promise<void> {
  const { count } = await system.db.prisma.deskMember.deleteMany({ where: { deskId, personId } });
  if (count === 0) throw new DomainError("NOT_FOUND");
  system.bus.publish({ topics: [`access:${personId}`], kind: "access" });
}
