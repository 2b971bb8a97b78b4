import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessArticle } from "./access.ts";
import { renderMarkdown } from "./render.ts";
import type { RevisionInput, RevisionRow, RevisionView } from "./schema.ts";

/** How many revisions the history shows: the newest. */
const MOST = 500;

const HEAD = {
  ...{ number: true, title: true, at: true, restoredFrom: true },
  author: { select: { id: true, name: true } },
} as const;

/** The history of an article, newest first. */
export async function listRevisions(context: Context, { id }: { id: string }): Promise<RevisionRow[]> {
  const { article } = await accessArticle(context, id, "view");
  const rows = await context.system.db.prisma.articleRevision.findMany({
    where: { articleId: id },
    select: HEAD,
    orderBy: { number: "desc" },
    take: MOST,
  });
  return rows.map((row) => asRow(row, article));
}

/**
 * One revision whole, as it was written and as readers would see it.
 *
 * @throws NOT_FOUND for a number that the article does not have.
 */
export async function getRevision(context: Context, { id, number }: RevisionInput): Promise<RevisionView> {
  const { article } = await accessArticle(context, id, "view");
  const row = await context.system.db.prisma.articleRevision.findUnique({
    where: { articleId_number: { articleId: id, number } },
    select: { ...HEAD, summary: true, body: true },
  });
  if (!row) throw new DomainError("NOT_FOUND");
  const { html } = await renderMarkdown(row.body);
  return { ...asRow(row, article), summary: row.summary, body: row.body, html };
}

interface Head {
  number: number;
  title: string;
  at: Date;
  restoredFrom: number | null;
  author: { id: string; name: string };
}

function asRow(row: Head, { publishedRevision }: { publishedRevision: number | null }): RevisionRow {
  const { number, title, author, at, restoredFrom } = row;
  return { number, title, author, at: at.toISOString(), restoredFrom, published: number === publishedRevision };
}
