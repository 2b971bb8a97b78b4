import type { Prisma } from "@mintreu/db/generated/client";
import { newId } from "../core/ids.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessDesk } from "./access.ts";
import { assertBelongs } from "./belongs.ts";
import { inTransaction } from "./change.ts";
import { lastPlace } from "./last-place.ts";
import type { CreateInput } from "./schema.ts";
import { articleSlug } from "./slug.ts";

/**
 * Starts an article as a draft, with its first revision and an address of its title.
 *
 * @throws NOT_FOUND for a desk that is not the actor's, and for a product or a collection that is not the desk's.
 */
export function createArticle(
  context: Context,
  input: CreateInput,
  made: Made = { ofTicket: false },
): Promise<{ id: string; slug: string }> {
  return inTransaction(context.system, async (tx) => {
    const { desk } = await accessDesk(context, input.deskId, tx);
    await assertBelongs(tx, desk, input);
    return insertArticle(tx, context, { ...input, ...made });
  });
}

/** How an article came to be. */
interface Made {
  ofTicket: boolean;
}

/** Writes a new article whose desk has been looked at. */
async function insertArticle(
  tx: Prisma.TransactionClient,
  { system, actor }: Context,
  { title, summary, body, ...details }: CreateInput & Made,
): Promise<{ id: string; slug: string }> {
  const now = system.clock();
  const id = newId(now.getTime());
  const authorId = actor.personId;
  const slug = await articleSlug(tx, { title, deskId: details.deskId });
  const position = await lastPlace(tx, details.collectionId ?? null);
  const at = { createdAt: now, updatedAt: now, position };
  await tx.article.create({
    data: { id, slug, title, revision: 1, authorId, ownerId: authorId, ...at, ...details },
  });
  await tx.articleRevision.create({ data: { articleId: id, number: 1, title, summary, body, authorId, at: now } });
  await enqueueIn(tx, changed("article", id));
  return { id, slug };
}
