import { DomainError } from "../core/errors.ts";
import { record } from "../core/record.ts";
import { type Context, transact } from "../core/transact.ts";
import { accessConversation } from "./access.ts";
import type { ViewEvent } from "./events.ts";
import { limitWriting } from "./limit.ts";
import { statusAfterReply, transitions, writesFor } from "./rules.ts";
import type { ReplyInput } from "./schema.ts";
import { assertNotClosed, notifyOtherSide, recordStatus, sameRequest, seenBy } from "./send.ts";

/**
 * Writes a message that everyone in the conversation sees. A requester's reply to one that waited opens it.
 *
 * @returns the message; the same request again returns the first answer.
 * @throws RATE_LIMITED beside what `accessConversation` throws.
 */
export async function reply(context: Context, input: ReplyInput): Promise<ViewEvent> {
  limitWriting(context);
  return transact(context, async (tx) => {
    const access = await accessConversation(tx, { id: input.id, action: "reply", clientId: input.clientId });
    const before = sameRequest(access, { kind: "message", visibility: "public", body: input.body });
    if (before) return before;
    assertNotClosed(access);

    const { conversation, viewer, standing } = access;
    const from = conversation.status;
    const to = input.status ?? statusAfterReply(viewer.side, from);
    if (input.status && from !== to && !transitions(viewer.side, from).includes(to)) {
      throw new DomainError("TRANSITION_NOT_ALLOWED", { from, to });
    }
    const deskId = writesFor(viewer, conversation, standing.platformDeskId);
    const { clientId, body } = input;
    const message = record(tx, { kind: "message", visibility: "public", data: { body }, deskId, clientId });
    recordStatus(tx, { from, to, deskId });
    notifyOtherSide(tx, access);
    return seenBy(viewer, message);
  });
}
