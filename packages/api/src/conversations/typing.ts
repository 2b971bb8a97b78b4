import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { viewConversation } from "./access.ts";
import { mayShowTyping } from "./limit.ts";
import { may } from "./rules.ts";
import type { TypingInput } from "./schema.ts";

/** Shows the others that the actor is writing. Never stored; a client that stops calling is forgotten in seconds. */
export async function typing(context: Context, { id, mode }: TypingInput): Promise<void> {
  const { conversation, viewer } = await viewConversation(context, id);
  if (!may(viewer, conversation, mode)) throw new DomainError("FORBIDDEN", { action: mode });
  if (!mayShowTyping(context)) return;
  const { personId, name, sessionId } = context.actor;
  const item = { type: "typing", person: { id: personId, name, side: viewer.side }, mode } as const;
  context.system.bus.publish({ topics: [`conversation:${id}`], kind: "passing", item, sessionId });
}
