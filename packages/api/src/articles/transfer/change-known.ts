import type { Context } from "../../core/transact.ts";
import { changeArticle } from "../change.ts";
import { publishArticle } from "../publish.ts";
import { requestReview } from "../request-review.ts";
import { saveArticle } from "../save.ts";
import type { SetDetailsInput } from "../schema.ts";
import { setDetails } from "../set-details.ts";
import { collectionOf, type Manner, productOf, stateOf } from "./details.ts";
import type { Import, Prepared } from "./prepare.ts";

/** An article as it is here. */
interface Here
  extends Pick<SetDetailsInput, "kind" | "audience" | "productId" | "collectionId" | "slug" | "verifyEveryDays"> {
  state: string;
  revision: number;
  publishedAt: Date | null;
  position: number;
  verifiedAt: Date | null;
  frontMatter: string | null;
}

/**
 * Brings an article that was imported before to what its file says now. What the file does not say stays as it is here; so does
 * a text that was changed here since it was imported, unless the file has changed too.
 *
 * @returns whether anything changed.
 */
export async function changeKnown(run: Import, manner: Manner, article: Prepared): Promise<boolean> {
  const { context } = run;
  const here: Here = await context.system.db.prisma.article.findUniqueOrThrow({ where: { id: article.id } });
  // Somebody took it down here: a file does not bring it back.
  if (here.state === "archived") return false;
  const details = await changeDetails(run, manner, { article, here });
  const text = await changeText(context, article, here);
  const wanted = stateOf(manner, article);
  // What was published before and is not now was taken back by somebody, if its text is the same.
  if (text === null && (here.state !== "draft" || here.publishedAt !== null)) return details;
  const revision = text ?? here.revision;
  if (wanted === "published") await publishArticle(context, { id: article.id, revision });
  else if (wanted === "in_review") await requestReview(context, { id: article.id, revision });
  return details || text !== null || wanted !== "draft";
}

/** @returns the new revision; null when the file says nothing new. */
async function changeText({ system, ...context }: Context, article: Prepared, here: Here): Promise<number | null> {
  const { id, title, body, front } = article;
  // What was written here may have line ends that no file keeps.
  const same = { title, body: { in: [body, body.replaceAll("\n", "\r\n")] } };
  const text = { ...same, ...(front.summary !== undefined && { summary: front.summary }) };
  const said = await system.db.prisma.articleRevision.count({ where: { articleId: id, ...text } });
  if (said > 0) return null;
  const summary = front.summary ?? (await newestSummary({ system, ...context }, id, here.revision));
  const saved = await saveArticle({ system, ...context }, { id, baseRevision: here.revision, title, body, summary });
  return saved.revision;
}

async function newestSummary({ system }: Context, articleId: string, number: number): Promise<string> {
  const where = { articleId_number: { articleId, number } };
  return (await system.db.prisma.articleRevision.findUniqueOrThrow({ where, select: { summary: true } })).summary;
}

interface Both {
  article: Prepared;
  here: Here;
}

/** What the file says and is otherwise here. */
async function changeDetails(run: Import, manner: Manner, { article, here }: Both): Promise<boolean> {
  const { front, id } = article;
  const wanted: Omit<SetDetailsInput, "id" | "ownerId" | "relatedIds"> = {
    ...(front.kind && { kind: front.kind }),
    ...(front.audience && { audience: front.audience }),
    ...(front.product !== undefined && { productId: productOf(manner, article, run.problems) }),
    ...(front.verifyEveryDays !== undefined && { verifyEveryDays: front.verifyEveryDays }),
    // Where plan.ts found it free.
    ...(front.slug === article.slug && { slug: front.slug }),
    ...(article.path.includes("/") && { collectionId: collectionOf(manner, article) }),
  };
  const different = Object.entries(wanted).some(([name, value]) => Reflect.get(here, name) !== value);
  if (different) await setDetails(run.context, { id, ...wanted });
  return (await changeOrder(run.context, article, here)) || different;
}

/** What only an import changes together. */
async function changeOrder(context: Context, { id, front, extra }: Prepared, here: Here): Promise<boolean> {
  const position = front.position ?? here.position;
  const verifiedAt = front.verified ?? here.verifiedAt;
  const same = position === here.position && extra === here.frontMatter;
  if (same && verifiedAt?.getTime() === here.verifiedAt?.getTime()) return false;
  await changeArticle(context, { id, action: "write" }, ({ tx }) =>
    tx.article.update({ where: { id }, data: { position, verifiedAt, frontMatter: extra } }),
  );
  return true;
}
