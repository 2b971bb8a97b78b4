import { markSeen } from "../core/record.ts";
import { type Context, transact } from "../core/transact.ts";
import { accessConversation } from "./access.ts";
import type { MarkReadInput } from "./schema.ts";

/** Remembers up to which event the actor has read; a mark never moves back, nor beyond the newest event. */
export function markRead(context: Context, input: MarkReadInput): Promise<void> {
  return transact(context, async (tx) => {
    const { conversation, viewer } = await accessConversation(tx, { id: input.id, action: "mark-read" });
    const seq = Math.min(input.seq, conversation.seq);
    markSeen(tx, seq);
    const column = viewer.side === "requester" ? "requesterReadSeq" : "agentReadSeq";
    if (tx.changes) tx.changes.conversation = { ...conversation, [column]: Math.max(conversation[column], seq) };
  });
}
