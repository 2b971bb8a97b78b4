import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessArticle } from "./access.ts";
import { type Change, changeArticle } from "./change.ts";
import { type RenderedRevision, renderRevision, writePage } from "./page.ts";
import { assertNewest, assertNotArchived } from "./save.ts";
import type { PublishInput } from "./schema.ts";
import { slugToPublish } from "./slug.ts";

/** Where an article stands after publishing: what readers see, or when they will. */
export interface Published {
  publishedRevision: number | null;
  publishAt: string | null;
}

/**
 * Publishes the newest revision now, or sets a time for it. Its address gets a number where another has it by then. What was rendered, the state and the search index's job commit
 * together.
 *
 * @throws STALE_REVISION when there is a newer revision than the one that was meant; FORBIDDEN when somebody else has to look
 *   at it first; TRANSITION_NOT_ALLOWED for one that is archived.
 */
export async function publishArticle(context: Context, input: PublishInput): Promise<Published> {
  const { id, revision } = input;
  const at = input.at && new Date(input.at) > context.system.clock() ? new Date(input.at) : null;
  if (at) return changeArticle(context, { id, action: "publish" }, (change) => schedule(change, revision, at));
  // Before the article is held: a revision never changes, and rendering takes its time.
  await accessArticle(context, id, "publish");
  const rendered = await renderRevision(context, input);
  return changeArticle(context, { id, action: "publish" }, async (change) => {
    await assertNewest(change, revision);
    assertNotArchived(change, "published");
    return show(change, rendered);
  });
}

async function schedule(change: Change, revision: number, at: Date): Promise<Published> {
  const { article, writer, tx, now } = change;
  await assertNewest(change, revision);
  assertNotArchived(change, "published");
  await tx.article.update({ where: { id: article.id }, data: { publishAt: at, updatedAt: now } });
  await enqueueIn(tx, {
    name: "articles.publish",
    payload: { articleId: article.id, revision, at: at.toISOString(), personId: writer.personId },
    delay: (at.getTime() - now.getTime()) / 1000,
  });
  return { publishedRevision: article.publishedRevision, publishAt: at.toISOString() };
}

async function show(change: Change, rendered: RenderedRevision): Promise<Published> {
  const { article, writer, tx, now } = change;
  const { id: articleId } = article;
  const { number: revision } = rendered;
  await writePage(change, rendered);
  await tx.articleReturn.deleteMany({ where: { articleId } });
  // Readers know the address of what they have seen.
  const slug = article.publishedAt ? article.slug : await slugToPublish(tx, { ...article, articleId });
  await tx.article.update({
    where: { id: articleId },
    data: {
      ...{ slug, state: "published", publishedRevision: revision, publishAt: null, updatedAt: now },
      // Whoever publishes it first has just read it.
      ...{ publishedAt: article.publishedAt ?? now, verifiedAt: article.verifiedAt ?? now },
    },
  });
  await enqueueIn(tx, changed("article", articleId));
  if (article.state === "in_review") {
    const payload = { articleId, revision, personId: writer.personId, outcome: "published", reason: "" } as const;
    await enqueueIn(tx, { name: "articles.mail-reviewed", payload });
  }
  return { publishedRevision: revision, publishAt: null };
}
