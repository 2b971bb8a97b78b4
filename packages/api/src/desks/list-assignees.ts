import { viewConversation } from "../conversations/access.ts";
import { may } from "../conversations/rules.ts";
import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";

/** A desk that a conversation may be given to, with its agents where the actor may pick one. */
export interface AssigneeDesk {
  id: string;
  name: string;
  holds: boolean;
  members: { id: string; name: string; tier: number }[];
}

/** Whom a conversation may be given to: an agent of the holding desk, the platform; for an admin any desk. */
export async function listAssignees(context: Context, { id }: { id: string }): Promise<AssigneeDesk[]> {
  const { conversation, viewer, standing } = await viewConversation(context, id);
  if (!may(viewer, conversation, "assign")) throw new DomainError("FORBIDDEN", { action: "assign" });
  const desks = await context.system.db.prisma.desk.findMany({
    where: viewer.oversees ? {} : { id: { in: [conversation.deskId, standing.platformDeskId] } },
    include: { members: { include: { person: { select: { name: true } } }, orderBy: { tier: "asc" } } },
    orderBy: { name: "asc" },
  });
  return desks
    .map((desk) => ({
      id: desk.id,
      name: desk.name,
      holds: desk.id === conversation.deskId,
      members:
        desk.id === conversation.deskId || viewer.oversees
          ? desk.members.map(({ personId, person, tier }) => ({ id: personId, name: person.name, tier }))
          : [],
    }))
    .sort((a, b) => Number(b.holds) - Number(a.holds));
}
