import { DomainError } from "../core/errors.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessDesk } from "./access.ts";
import { assertBelongs } from "./belongs.ts";
import { type Change, changeArticle } from "./change.ts";
import { lastPlace } from "./last-place.ts";
import { may } from "./rules.ts";
import type { SetDetailsInput } from "./schema.ts";
import { takeSlug } from "./slug.ts";

/**
 * Changes what an article is filed under: its address, kind, audience, product, collection, owner, when it is to be checked,
 * what it names as related. What is left out stays. An address that readers know goes on leading here.
 *
 * @throws NOT_FOUND for a product, a collection or an owner that is not the desk's, and for an article to relate to that the
 *   desk does not have; SLUG_TAKEN; FORBIDDEN for another audience of what readers see or will at a time, where somebody else has to look first.
 */
export function setDetails(context: Context, { id, relatedIds, ...input }: SetDetailsInput): Promise<void> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const { tx, article, now } = change;
    const { desk } = await accessDesk(context, article.deskId, tx);
    await assertBelongs(tx, desk, input);
    assertAudience(change, input);
    if (input.ownerId) await assertMayOwn(change, input.ownerId);
    if (relatedIds) await relate(change, relatedIds);
    if (input.slug) await rename(change, input.slug);
    const { collectionId = article.collectionId } = input;
    const place = collectionId === article.collectionId ? {} : { position: await lastPlace(tx, collectionId) };
    await tx.article.update({ where: { id }, data: { ...input, ...place, updatedAt: now } });
    await enqueueIn(tx, changed("article", id));
  });
}

function assertAudience({ article, writer }: Change, { audience }: Pick<SetDetailsInput, "audience">): void {
  if (!audience || audience === article.audience || !(article.live || article.publishAt)) return;
  if (!may(writer, article, "publish")) throw new DomainError("FORBIDDEN", { action: "publish" });
}

async function assertMayOwn({ tx, article }: Change, id: string): Promise<void> {
  const { deskId, ownerId } = article;
  if (id === ownerId) return;
  const where = { id, OR: [{ role: "admin" as const }, { memberships: { some: { deskId } } }] };
  if ((await tx.person.count({ where })) === 0) throw new DomainError("NOT_FOUND");
}

async function relate({ tx, article }: Change, ids: readonly string[]): Promise<void> {
  const { id: articleId, deskId } = article;
  const related = [...new Set(ids)].filter((id) => id !== articleId);
  const open = [{ deskId }, { audience: "public" as const, page: { isNot: null } }];
  const known = await tx.article.count({ where: { id: { in: related }, OR: open } });
  if (known < related.length) throw new DomainError("NOT_FOUND");
  await tx.articleRelation.deleteMany({ where: { articleId } });
  const rows = related.map((relatedId, position) => ({ articleId, relatedId, position }));
  await tx.articleRelation.createMany({ data: rows });
}

async function rename({ tx, article }: Change, slug: string): Promise<void> {
  const { id: articleId, deskId, publishedAt } = article;
  if (slug === article.slug) return;
  await takeSlug(tx, { slug, articleId, deskId });
  // Nobody has the address of what was never published.
  if (publishedAt) await tx.articleRedirect.create({ data: { slug: article.slug, articleId } });
}
