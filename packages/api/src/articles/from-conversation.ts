import { viewConversation } from "../conversations/access.ts";
import { eventsAfter } from "../conversations/event-rows.ts";
import { project, type ViewEvent, type Viewer } from "../conversations/events.ts";
import { writesFor } from "../conversations/rules.ts";
import type { Context } from "../core/transact.ts";
import { recordLook } from "../desks/record-look.ts";
import { articleOf, type Said } from "./anonymous/article-of.ts";
import { createArticle } from "./create.ts";

/** Messages that a draft is made of at most: the first. */
const MOST = 200;

/**
 * Starts an article from a ticket, as a draft of the agent's desk: what was asked and what was answered, without who asked.
 * It is made of what the requester sees, so no note can be in it. Whoever is named in passing may still be in it: until it is
 * published, its writers are told to read it for that.
 *
 * @throws NOT_FOUND for a conversation that the actor may not see.
 */
export async function createFromConversation(
  context: Context,
  { conversationId }: { conversationId: string },
): Promise<{ id: string; slug: string }> {
  const access = await viewConversation(context, conversationId);
  await recordLook(context, access);
  const { conversation, viewer, standing } = access;
  const deskId = writesFor(viewer, conversation, standing.platformDeskId) ?? standing.platformDeskId;
  const said = await saidIn(context, conversationId, conversation.requesterId);
  const text = articleOf({ ...said, subject: conversation.subject });
  const productId = await productOf(context, { deskId, productId: conversation.productId });
  return createArticle(context, { deskId, productId, summary: "", kind: "answer", ...text }, { ofTicket: true });
}

async function saidIn({ system: { db } }: Context, conversationId: string, requesterId: string): Promise<Said> {
  const asRequester: Viewer = { personId: requesterId, side: "requester", deskIds: [], oversees: false };
  const messages: Said["messages"] = [];
  const agents = new Set<string>();
  for (let after = 0; messages.length < MOST; ) {
    const events = await eventsAfter(db.pool, conversationId, { after, limit: MOST });
    for (const event of events.flatMap((event) => project(event, asRequester) ?? [])) {
      if (event.actor.side === "agents") agents.add(event.actor.name);
      if (isMessage(event)) messages.push({ side: event.actor.side, text: event.data.body });
    }
    after = events.at(-1)?.seq ?? after;
    if (events.length < MOST) break;
  }
  const requester = await db.prisma.person.findUniqueOrThrow({ where: { id: requesterId } });
  const known = { names: [requester.name], emails: [requester.email], others: [...agents] };
  return { messages: messages.slice(0, MOST), known };
}

function isMessage(event: ViewEvent): event is Extract<ViewEvent, { kind: "opened" | "message" }> {
  return event.kind === "opened" || event.kind === "message";
}

/** The ticket's product, where the desk writes about it. */
async function productOf(
  { system }: Context,
  { deskId, productId }: { deskId: string; productId: string | null },
): Promise<string | null> {
  if (!productId) return null;
  const where = { id: deskId, OR: [{ kind: "platform" as const }, { products: { some: { id: productId } } }] };
  return (await system.db.prisma.desk.count({ where })) > 0 ? productId : null;
}
