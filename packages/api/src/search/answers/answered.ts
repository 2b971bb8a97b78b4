import { recordTicket } from "../../articles/record-ticket.ts";
import { viewConversation } from "../../conversations/access.ts";
import { may } from "../../conversations/rules.ts";
import { DomainError } from "../../core/errors.ts";
import type { Context } from "../../core/transact.ts";
import { isShownTo } from "../found/hits.ts";

/**
 * An agent answered with an article. What was solved with what tells later which words mean it.
 *
 * @throws NOT_FOUND for a conversation or an article that the agent may not see, FORBIDDEN where they may not reply.
 */
export async function answered(
  context: Context,
  { conversationId, articleId }: { conversationId: string; articleId: string },
): Promise<void> {
  const { conversation, viewer } = await viewConversation(context, conversationId);
  if (!may(viewer, conversation, "reply")) throw new DomainError("FORBIDDEN", { action: "reply" });
  const { system, actor } = context;
  const reader = { system, actor, app: actor.app, visitor: "" };
  if (!(await isShownTo(reader, `article:${articleId}`))) throw new DomainError("NOT_FOUND");
  await recordTicket(system, { articleId, conversationId, kind: "answered" });
}
