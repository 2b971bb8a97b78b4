import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { World } from "./world.ts";

/** A desk with nothing in it, and the developer as its member: what one test writes is in no other's way. */
export async function newDesk({ system, developer }: World, member: Actor = developer): Promise<string> {
  const id = newId();
  const { prisma } = system.db;
  await prisma.desk.create({ data: { id, kind: "developer", slug: id, name: "Desk" } });
  await prisma.deskMember.create({ data: { deskId: id, personId: member.personId } });
  return id;
}
