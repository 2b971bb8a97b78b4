import { DomainError } from "../core/errors.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { type Change, changeArticle } from "./change.ts";
import type { ArticleState, SaveInput } from "./schema.ts";

/** Where an article stands after a save. */
export interface Saved {
  revision: number;
  state: ArticleState;
}

/**
 * Saves a text as the newest revision; the same text again is none. What readers see stays as it is until it is published,
 * and a time that was set for that is set no longer.
 *
 * @throws STALE_REVISION when somebody saved since the text was begun, with who and when: nothing is overwritten.
 */
export function saveArticle(context: Context, { id, baseRevision, ...text }: SaveInput): Promise<Saved> {
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const { article, tx, writer } = change;
    await assertNewest(change, baseRevision);
    assertNotArchived(change, "draft");
    await tx.articleDraft.updateMany({
      where: { articleId: id, personId: writer.personId },
      data: { title: null, summary: null, body: null, baseRevision: article.revision },
    });
    const before = await tx.articleRevision.findUniqueOrThrow({
      where: { articleId_number: { articleId: id, number: article.revision } },
      select: { title: true, summary: true, body: true },
    });
    const same = before.title === text.title && before.summary === text.summary && before.body === text.body;
    if (same) return { revision: article.revision, state: article.state };
    return addRevision(change, text);
  });
}

/** What a revision says. */
export interface Text {
  title: string;
  summary: string;
  body: string;
}

/** Adds the next revision of an article that is held. */
export async function addRevision(
  { article, writer, tx, now }: Change,
  text: Text & { restoredFrom?: number },
): Promise<Saved> {
  const number = article.revision + 1;
  const { id: articleId } = article;
  await tx.articleRevision.create({ data: { articleId, number, ...text, authorId: writer.personId, at: now } });
  const state = "draft";
  await tx.article.update({
    where: { id: articleId },
    data: { title: text.title, revision: number, state, publishAt: null, updatedAt: now },
  });
  await tx.articleDraft.updateMany({
    where: { articleId, personId: writer.personId, body: null },
    data: { baseRevision: number },
  });
  await enqueueIn(tx, changed("article", articleId));
  return { revision: number, state };
}

/** @throws STALE_REVISION unless a revision is the newest. */
export async function assertNewest({ article, tx }: Change, revision: number): Promise<void> {
  if (revision === article.revision) return;
  const newest = await tx.articleRevision.findUniqueOrThrow({
    where: { articleId_number: { articleId: article.id, number: article.revision } },
    select: { at: true, author: { select: { name: true } } },
  });
  const { at, author } = newest;
  throw new DomainError("STALE_REVISION", { revision: article.revision, by: author.name, at: at.toISOString() });
}

/** @throws TRANSITION_NOT_ALLOWED for an article that was taken down. */
export function assertNotArchived({ article }: Change, to: ArticleState): void {
  if (article.state === "archived") throw new DomainError("TRANSITION_NOT_ALLOWED", { from: article.state, to });
}
