import type { Prisma } from "@mintreu/db/generated/client";
import { enqueueIn } from "../../core/outbox.ts";
import { attachFiles } from "../../files/keep-file.ts";
import { changed } from "../../search/changed.ts";
import { accessDesk } from "../access.ts";
import { inTransaction } from "../change.ts";
import { type RenderedArticle, renderMarkdown } from "../render.ts";
import { takeSlug } from "../slug.ts";
import { collectionOf, type Manner, productOf, stateOf } from "./details.ts";
import type { Import, Prepared } from "./prepare.ts";

/** A new article with what readers will get, where they will. */
export interface Ready {
  article: Prepared;
  rendered: RenderedArticle | null;
  data: Prisma.ArticleUncheckedCreateInput;
}

/**
 * Writes new articles, their first revisions, their pages and the search index's jobs, all of them or none.
 *
 * @throws SLUG_TAKEN when somebody took an address meanwhile: look again which are free. NOT_FOUND when the actor was taken out
 *   of the desk meanwhile: an import may take minutes.
 */
export async function addNew({ context }: Import, ready: readonly Ready[]): Promise<void> {
  const [first] = ready;
  if (!first) return;
  await inTransaction(context.system, async (tx) => {
    await accessDesk(context, first.data.deskId, tx);
    for (const { article, data } of ready) {
      await takeSlug(tx, { slug: article.slug, articleId: article.id, deskId: data.deskId });
    }
    await tx.article.createMany({ data: ready.map(({ data }) => data) });
    await tx.articleRevision.createMany({ data: ready.map(revisionOf) });
    await tx.articlePage.createMany({ data: ready.flatMap(pageOf) });
    for (const { article } of ready) await attachFiles(tx, { articleId: article.id, files: article.files });
    await enqueueIn(tx, ...ready.map(({ article }) => changed("article", article.id)));
  });
}

/** Decides what a new article is, and renders what readers will get. */
export async function makeReady(run: Import, manner: Manner, article: Prepared): Promise<Ready> {
  const { system, actor } = run.context;
  const { id, slug, title, front } = article;
  const now = system.clock();
  const state = stateOf(manner, article);
  const published = state === "published";
  const data: Prisma.ArticleUncheckedCreateInput = {
    ...{ id, slug, title, state, source: article.key, deskId: manner.access.desk.id, revision: 1 },
    ...{ productId: productOf(manner, article, run.problems), collectionId: collectionOf(manner, article) },
    ...{ kind: front.kind ?? "answer", audience: front.audience ?? "public", position: front.position ?? 0 },
    ...{ publishedRevision: published ? 1 : null, publishedAt: published ? now : null, createdAt: now, updatedAt: now },
    ...{ authorId: actor.personId, ownerId: actor.personId },
    ...{ verifiedAt: front.verified ?? null, verifyEveryDays: front.verifyEveryDays ?? null },
    frontMatter: article.extra,
  };
  return { article, data, rendered: published ? await render(article) : null };
}

function render({ body, files }: Prepared): Promise<RenderedArticle> {
  const pictures = files.flatMap(({ url, width, height }) =>
    width && height ? [[url, { width, height }] as const] : [],
  );
  return renderMarkdown(body, Object.fromEntries(pictures));
}

function revisionOf({ article, data }: Ready) {
  const { id: articleId, title, body, front } = article;
  return {
    articleId,
    number: 1,
    title,
    body,
    summary: front.summary ?? "",
    authorId: data.authorId,
    at: data.createdAt ?? new Date(),
  };
}

function pageOf({ article, data, rendered }: Ready): Prisma.ArticlePageCreateManyInput[] {
  if (!rendered) return [];
  const { id: articleId, title, front } = article;
  const { html, headings, text } = rendered;
  const page = { articleId, revision: 1, title, summary: front.summary ?? "", updatedAt: data.updatedAt ?? new Date() };
  return [{ ...page, html, text, headings: headings.map((heading) => ({ ...heading })) }];
}
