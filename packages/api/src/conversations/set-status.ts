import { DomainError } from "../core/errors.ts";
import { type Context, transact } from "../core/transact.ts";
import { accessConversation } from "./access.ts";
import { limitWriting } from "./limit.ts";
import { transitions, writesFor } from "./rules.ts";
import type { SetStatusInput } from "./schema.ts";
import { recordStatus } from "./send.ts";

/**
 * Changes where a conversation stands. Asking for the status it has changes nothing.
 *
 * @throws TRANSITION_NOT_ALLOWED when the rules do not lead there from here; RATE_LIMITED.
 */
export async function setStatus(context: Context, input: SetStatusInput): Promise<void> {
  limitWriting(context);
  return transact(context, async (tx) => {
    const { conversation, viewer, standing } = await accessConversation(tx, { id: input.id, action: "set-status" });
    const from = conversation.status;
    const to = input.status;
    if (from !== to && !transitions(viewer.side, from).includes(to)) {
      throw from === "closed"
        ? new DomainError("CONVERSATION_CLOSED")
        : new DomainError("TRANSITION_NOT_ALLOWED", { from, to });
    }
    recordStatus(tx, { from, to, deskId: writesFor(viewer, conversation, standing.platformDeskId) });
  });
}
