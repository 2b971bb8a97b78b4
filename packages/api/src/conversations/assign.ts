import { DomainError } from "../core/errors.ts";
import { record } from "../core/record.ts";
import { type Context, transact } from "../core/transact.ts";
import { deskForAssignment } from "../desks/desk-for-assignment.ts";
import { accessConversation } from "./access.ts";
import { limitWriting } from "./limit.ts";
import { writesFor } from "./rules.ts";
import type { AssignInput } from "./schema.ts";
import { assertNotClosed } from "./send.ts";

/**
 * Gives a conversation to an agent, to nobody, or to another desk. The desk it came from goes on taking part.
 *
 * @throws ASSIGNEE_NOT_IN_DESK when the assignee is no member of the desk that shall hold it; NOT_FOUND for an unknown desk;
 *   RATE_LIMITED.
 */
export async function assign(context: Context, input: AssignInput): Promise<void> {
  limitWriting(context);
  const target = await deskForAssignment(context, input);
  return transact(context, async (tx) => {
    const access = await accessConversation(tx, { id: input.id, action: "assign" });
    assertNotClosed(access);
    const { conversation, viewer, standing } = access;
    if (!target) throw new DomainError("NOT_FOUND");
    // A developer may hand over to the platform; only the platform hands on to a developer.
    const movesToOther = target.deskId !== conversation.deskId && target.deskId !== standing.platformDeskId;
    if (movesToOther && !viewer.oversees) throw new DomainError("FORBIDDEN", { action: "assign" });
    if (input.assigneeId && !target.assigneeName) throw new DomainError("ASSIGNEE_NOT_IN_DESK");

    const { assigneeId: from, deskId: fromDesk } = conversation;
    if (from === input.assigneeId && fromDesk === target.deskId) return;
    record(tx, {
      kind: "assigned",
      // The requester is told when another desk takes over, not who works on it.
      visibility: fromDesk === target.deskId ? "agents" : "public",
      deskId: writesFor(viewer, conversation, standing.platformDeskId),
      data: {
        ...{ from, to: input.assigneeId, toName: target.assigneeName },
        ...{ fromDesk, toDesk: target.deskId, toDeskName: target.deskName },
      },
    });
  });
}
