import { enqueueIn } from "../core/outbox.ts";
import type { Context } from "../core/transact.ts";
import { changed } from "../search/changed.ts";
import { accessArticle } from "./access.ts";
import { type Change, changeArticle } from "./change.ts";
import { moveTo } from "./move-to.ts";
import { renderRevision, writePage } from "./page.ts";
import { may } from "./rules.ts";
import type { ArticleState, UnarchiveInput } from "./schema.ts";

/**
 * Brings an archived article back: as a draft, or as it stood before, with what readers saw and the time that was set for
 * it. One that is meant for other readers now is a draft either way, and so is one that somebody else took from its readers,
 * unless the actor may publish it.
 *
 * @returns where it stands.
 */
export async function unarchiveArticle(context: Context, input: UnarchiveInput): Promise<{ state: ArticleState }> {
  const { id, asItWas } = input;
  const { article } = await accessArticle(context, id, "write");
  const { audience } = article;
  const { prisma } = context.system.db;
  const was = asItWas ? await prisma.articleArchive.findUnique({ where: { articleId: id, audience } }) : null;
  const revision = was?.publishedRevision;
  const rendered = revision ? await renderRevision(context, { id, revision }) : null;
  return changeArticle(context, { id, action: "write" }, async (change) => {
    const same = was && change.article.audience === audience && mayUndo(change, was) && (await isStill(change, was));
    const state = same ? was.state : "draft";
    await moveTo(change, { from: ["archived"], to: state, ...(same ? standing(was, change.now) : {}) });
    if (same && rendered) await writePage(change, rendered);
    await change.tx.articleArchive.deleteMany({ where: { articleId: id } });
    await enqueueIn(change.tx, changed("article", id));
    return { state };
  });
}

interface Standing {
  publishedRevision: number | null;
  publishAt: Date | null;
}

/** Who took it down may have looked at it, and found that nobody should read it. */
function mayUndo({ article, writer }: Change, { personId, publishedRevision, publishAt }: Undone): boolean {
  const seen = publishedRevision !== null || publishAt !== null;
  return !seen || personId === writer.personId || may(writer, article, "publish");
}

interface Undone extends Standing {
  /** Who archived it. */
  personId: string | null;
}

/** Whether it is archived as it was when it was looked at: others may have brought it back and archived it again. */
async function isStill({ tx }: Change, was: Standing & { articleId: string; state: ArticleState }): Promise<boolean> {
  return (await tx.articleArchive.count({ where: was })) === 1;
}

/** The job for a time that was set still waits; one that came while it was archived has gone by. */
function standing({ publishedRevision, publishAt }: Standing, now: Date): Standing {
  return { publishedRevision, publishAt: publishAt && publishAt > now ? publishAt : null };
}
