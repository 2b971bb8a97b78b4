import { articleReadBefore } from "../articles/read-before.ts";
import { DomainError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { enqueue, record, recordOpening } from "../core/record.ts";
import { type Context, type Tx, transact } from "../core/transact.ts";
import { deskFor } from "../desks/desk-for.ts";
import { accessConversation } from "./access.ts";
import type { StoredEvent } from "./events.ts";
import { limitOpening } from "./limit.ts";
import { nextNumber } from "./next-number.ts";
import type { OpenInput } from "./schema.ts";

/**
 * Opens a conversation at the desk that the product addresses; without a product, at the platform's.
 *
 * @returns the conversation; the same request again returns the first one.
 * @throws NOT_FOUND for a product that the actor has not bought, or a conversation to follow up that is not theirs;
 *   RATE_LIMITED.
 */
export async function open(context: Context, input: OpenInput): Promise<{ id: string }> {
  await limitOpening(context);
  const deskId = await deskFor(context, input.productId);
  const number = await nextNumber(context.system);
  const article = input.articleId === undefined ? null : await articleReadBefore(context, input.articleId);
  const { id, repeated } = await transact(context, async (tx) => {
    const earlier = await earlierOpening(tx, input);
    if (earlier) return { id: earlier.conversationId, repeated: earlier };
    if (!deskId) throw new DomainError("NOT_FOUND");

    const id = newId(tx.now.getTime());
    recordOpening(tx, { id, number, deskId, article, ...input });
    if (input.followsId) {
      const data = { conversationId: id, number };
      record(tx, { kind: "follow_up_opened", visibility: "public", data, deskId: null });
    }
    if (article) enqueue(tx, { name: "articles.asked", payload: { articleId: article.id, conversationId: id } });
    return { id, repeated: null };
  });
  if (repeated) await assertSame(context, repeated, input);
  return { id };
}

/** Loads the conversation to follow up, where there is one, and what the client id did before. */
async function earlierOpening(tx: Tx, { followsId, clientId }: OpenInput): Promise<StoredEvent | null> {
  if (!followsId) return (await tx.load({ conversationId: null, clientId })).earlier;
  const { conversation, earlier } = await accessConversation(tx, { id: followsId, action: "view", clientId });
  if (!earlier && conversation.status !== "closed") throw new DomainError("FORBIDDEN", { action: "follow-up" });
  return earlier;
}

/** @throws CLIENT_ID_REUSED unless the same was asked before. */
async function assertSame({ system }: Context, earlier: StoredEvent, input: OpenInput): Promise<void> {
  const { productId, category, subject, followsId } = input;
  const where = { id: earlier.conversationId, productId, category, subject, followsId };
  const same = earlier.kind === "opened" && earlier.data.body === input.body;
  if (!same || !(await system.db.prisma.conversation.findFirst({ where }))) throw new DomainError("CLIENT_ID_REUSED");
}
