import type { Access } from "../conversations/access.ts";
import { newId } from "../core/ids.ts";
import type { Context } from "../core/transact.ts";

/** Within this time (minutes) looking at the same thing is one look: a list reads itself again with every change. */
const ONE_LOOK = 10;

/** Writes down that an admin looked at a conversation in which no desk of theirs takes part. */
export async function recordLook(context: Context, { conversation, viewer }: Access): Promise<void> {
  if (!viewer.oversees || viewer.deskIds.length > 0) return;
  await write(context, { deskId: conversation.deskId, conversationId: conversation.id });
}

/** Writes down that an admin looked at the list of a desk that they are no member of. */
export async function recordDeskLook(context: Context, deskId: string): Promise<void> {
  await write(context, { deskId, conversationId: null });
}

/** Writes down that an admin looked at some conversations as a list shows them: a look at each desk that is not theirs. */
export async function recordLooksAt(
  context: Pick<Context, "system"> & { actor: Context["actor"] | null },
  conversationIds: readonly string[],
): Promise<void> {
  const { system, actor } = context;
  if (actor?.role !== "admin" || conversationIds.length === 0) return;
  const { rows } = await system.db.pool.query<{ deskId: string }>({
    name: "desks-looked-at",
    text: `SELECT DISTINCT c.desk_id AS "deskId" FROM conversation c
           WHERE c.id = ANY ($1::uuid[]) AND NOT EXISTS (
             SELECT FROM conversation_desk cd JOIN desk_member m ON m.desk_id = cd.desk_id
             WHERE cd.conversation_id = c.id AND m.person_id = $2)`,
    values: [conversationIds, actor.personId],
  });
  for (const { deskId } of rows) await recordDeskLook({ system, actor }, deskId);
}

async function write(
  { system, actor }: Context,
  look: { deskId: string; conversationId: string | null },
): Promise<void> {
  const at = system.clock();
  const since = new Date(at.getTime() - ONE_LOOK * 60_000);
  await system.db.pool.query(
    `INSERT INTO desk_look (id, admin_id, desk_id, conversation_id, at)
     SELECT $1, $2, $3, $4, $5::timestamptz WHERE NOT EXISTS (
       SELECT FROM desk_look WHERE desk_id = $3 AND at > $6 AND admin_id = $2 AND conversation_id IS NOT DISTINCT FROM $4)`,
    [newId(at.getTime()), actor.personId, look.deskId, look.conversationId, at, since],
  );
}
