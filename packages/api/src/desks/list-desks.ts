import type { Context } from "../core/transact.ts";

/** A desk that an agent may look at. */
export interface DeskRow {
  id: string;
  name: string;
  kind: "platform" | "developer";
  /** Whether the actor is a member: an admin may look at others, which is written down. */
  own: boolean;
  products: { id: string; name: string }[];
}

/** The desks whose lists the actor may open: their own; for an admin every one, own ones first. */
export async function listDesks({ system, actor }: Context): Promise<DeskRow[]> {
  const desks = await system.db.prisma.desk.findMany({
    where: actor.role === "admin" ? {} : { members: { some: { personId: actor.personId } } },
    include: {
      members: { where: { personId: actor.personId }, select: { personId: true } },
      products: { select: { id: true, name: true }, orderBy: { name: "asc" } },
    },
    orderBy: { name: "asc" },
  });
  return desks
    .map(({ id, name, kind, members, products }) => ({ id, name, kind, own: members.length > 0, products }))
    .sort((a, b) => Number(b.own) - Number(a.own));
}
