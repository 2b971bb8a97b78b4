import type { Context } from "../core/transact.ts";

/** The desk that shall hold a conversation, and the assignee where they are its member. */
export interface AssignmentTarget {
  deskId: string;
  deskName: string;
  assigneeName: string | null;
}

/**
 * Looks up the desk and the member of an assignment.
 *
 * @param wanted without a desk, the one that holds the conversation now.
 * @returns null when there is no such desk.
 */
export async function deskForAssignment(
  { system }: Context,
  wanted: { id: string; deskId?: string | undefined; assigneeId: string | null },
): Promise<AssignmentTarget | null> {
  const where = wanted.deskId ? { id: wanted.deskId } : { conversations: { some: { id: wanted.id } } };
  const desk = await system.db.prisma.desk.findFirst({
    where,
    select: {
      id: true,
      name: true,
      members: wanted.assigneeId
        ? { where: { personId: wanted.assigneeId }, select: { person: { select: { name: true } } } }
        : { take: 0, select: { person: { select: { name: true } } } },
    },
  });
  if (!desk) return null;
  return { deskId: desk.id, deskName: desk.name, assigneeName: desk.members[0]?.person.name ?? null };
}
