import { record } from "../core/record.ts";
import { type Context, transact } from "../core/transact.ts";
import { accessConversation } from "./access.ts";
import type { ViewEvent } from "./events.ts";
import { limitWriting } from "./limit.ts";
import { writesFor } from "./rules.ts";
import type { NoteInput } from "./schema.ts";
import { assertNotClosed, sameRequest, seenBy } from "./send.ts";

/**
 * Writes a note that the requester never sees: for every desk taking part, or for the own desk alone.
 *
 * @returns the note; the same request again returns the first answer.
 * @throws RATE_LIMITED beside what `accessConversation` throws.
 */
export async function note(context: Context, input: NoteInput): Promise<ViewEvent> {
  limitWriting(context);
  return transact(context, async (tx) => {
    const access = await accessConversation(tx, { id: input.id, action: "note", clientId: input.clientId });
    const before = sameRequest(access, { kind: "note", visibility: input.visibility, body: input.body });
    if (before) return before;
    assertNotClosed(access);

    const { conversation, viewer, standing } = access;
    const deskId = writesFor(viewer, conversation, standing.platformDeskId);
    const { clientId, body, visibility } = input;
    return seenBy(viewer, record(tx, { kind: "note", visibility, data: { body }, deskId, clientId }));
  });
}
