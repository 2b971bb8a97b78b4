import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { pictureSizes } from "../files/picture-sizes.ts";
import type { Change } from "./change.ts";
import { type RenderedArticle, renderMarkdown } from "./render.ts";

/** A revision as readers will get it. */
export interface RenderedRevision extends RenderedArticle {
  number: number;
  title: string;
  summary: string;
}

/**
 * Renders a revision; outside of any transaction, as it takes its time.
 *
 * @throws NOT_FOUND for a number that the article does not have.
 */
export async function renderRevision(
  { system }: Context,
  { id, revision }: { id: string; revision: number },
): Promise<RenderedRevision> {
  const text = await system.db.prisma.articleRevision.findUnique({
    where: { articleId_number: { articleId: id, number: revision } },
    select: { number: true, title: true, summary: true, body: true },
  });
  if (!text) throw new DomainError("NOT_FOUND");
  const { body, ...head } = text;
  return { ...head, ...(await renderMarkdown(body, await pictureSizes(system, body))) };
}

/** Shows a revision to readers, in the place of what they saw. */
export async function writePage({ article, tx, now }: Change, rendered: RenderedRevision): Promise<void> {
  const { id: articleId } = article;
  const { number: revision, title, summary, html, headings, text } = rendered;
  const page = { revision, title, summary, html, headings: headings.map((heading) => ({ ...heading })), text };
  await tx.articlePage.upsert({
    where: { articleId },
    create: { articleId, ...page, updatedAt: now },
    update: { ...page, updatedAt: now },
  });
}
