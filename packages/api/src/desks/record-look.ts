import type { Access } from "../conversations/access.ts";
import { newId } from "../core/ids.ts";
import type { Context } from "../core/transact.ts";

/** Writes down that an admin looked at a conversation in which no desk of theirs takes part. */
export async function recordLook(context: Context, { conversation, viewer }: Access): Promise<void> {
  if (!viewer.oversees || viewer.deskIds.length > 0) return;
  await write(context, { deskId: conversation.deskId, conversationId: conversation.id });
}

/** Writes down that an admin looked at the list of a desk that they are no member of. */
export async function recordDeskLook(context: Context, deskId: string): Promise<void> {
  await write(context, { deskId, conversationId: null });
}

async function write(
  { system, actor }: Context,
  look: { deskId: string; conversationId: string | null },
): Promise<void> {
  const at = system.clock();
  await system.db.prisma.deskLook.create({ data: { id: newId(at.getTime()), adminId: actor.personId, at, ...look } });
}
