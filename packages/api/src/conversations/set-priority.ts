import { record } from "../core/record.ts";
import { type Context, transact } from "../core/transact.ts";
import { accessConversation } from "./access.ts";
import { limitWriting } from "./limit.ts";
import { writesFor } from "./rules.ts";
import type { SetPriorityInput } from "./schema.ts";
import { assertNotClosed } from "./send.ts";

/**
 * Changes how urgent a conversation is to the desks; the requester does not see it.
 *
 * @throws RATE_LIMITED beside what `accessConversation` throws.
 */
export async function setPriority(context: Context, input: SetPriorityInput): Promise<void> {
  limitWriting(context);
  return transact(context, async (tx) => {
    const access = await accessConversation(tx, { id: input.id, action: "prioritise" });
    assertNotClosed(access);
    const { conversation, viewer, standing } = access;
    const data = { from: conversation.priority, to: input.priority };
    if (data.from === data.to) return;
    const deskId = writesFor(viewer, conversation, standing.platformDeskId);
    record(tx, { kind: "priority_changed", visibility: "agents", data, deskId });
  });
}
