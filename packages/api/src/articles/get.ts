import type { Context } from "../core/transact.ts";
import { accessArticle } from "./access.ts";
import { rowStatement, toRow } from "./list-sql.ts";
import { rightsOf } from "./rules.ts";
import type { ArticleEdit, Audience } from "./schema.ts";

/**
 * One article for those who write it, with its newest text and what this person had typed last.
 *
 * @throws NOT_FOUND unless the actor is a member of its desk or an admin.
 */
export async function getArticle(context: Context, { id }: { id: string }): Promise<ArticleEdit> {
  const { article, writer } = await accessArticle(context, id, "view");
  const { system, actor } = context;
  const [found, details] = await Promise.all([
    system.db.pool.query(rowStatement("SELECT a.* FROM article a WHERE a.id = $1::uuid"), [id]),
    system.db.prisma.article.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ verifyEveryDays: true, ofTicket: true, redirects: { select: { slug: true }, orderBy: { slug: "asc" } } },
        revisions: {
          where: { number: article.revision },
          select: { summary: true, body: true, author: { select: { id: true, name: true } } },
        },
        drafts: { where: { personId: actor.personId } },
        relations: { select: { related: { select: RELATED } }, orderBy: { position: "asc" } },
      },
    }),
  ]);
  const [text] = details.revisions;
  if (!text) throw new Error("every article has its newest revision");
  return {
    ...toRow(found.rows[0], system.clock()),
    ...{ revision: article.revision, publishedRevision: article.publishedRevision },
    ...{ summary: text.summary, body: text.body, writer: text.author },
    draft: draftOf(details.drafts[0]),
    verifiedAt: article.verifiedAt?.toISOString() ?? null,
    verifyEveryDays: details.verifyEveryDays,
    related: details.relations.flatMap(({ related }) => namedIn(article.deskId, related) ?? []),
    redirects: details.redirects.map(({ slug }) => slug),
    reviews: article.reviews,
    mayNameSomebody: details.ofTicket && article.publishedAt === null,
    may: rightsOf(writer, article),
    url: addressOf(context, article),
  };
}

const RELATED = { id: true, title: true, deskId: true, audience: true, page: { select: { title: true } } } as const;

interface Related {
  id: string;
  title: string;
  deskId: string;
  audience: Audience;
  page: { title: string } | null;
}

/** An article of another desk is called as everybody reads it, and not at all once they do not: its drafts are that desk's. */
function namedIn(deskId: string, { id, title, page, ...related }: Related): ArticleEdit["related"][number] | null {
  if (related.deskId === deskId) return { id, title };
  return page && related.audience === "public" ? { id, title: page.title } : null;
}

interface DraftRow {
  baseRevision: number;
  title: string | null;
  summary: string | null;
  body: string | null;
}

function draftOf(row: DraftRow | undefined): ArticleEdit["draft"] {
  if (!row || row.title === null || row.summary === null || row.body === null) return null;
  const { baseRevision, title, summary, body } = row;
  return { baseRevision, title, summary, body };
}

/** Customers read in their app; what is for developers or agents is read in the console. */
function addressOf({ system: { settings } }: Context, { slug, audience }: { slug: string; audience: string }): string {
  const base = audience === "public" || audience === "customers" ? settings.customerUrl : settings.consoleUrl;
  return `${base}/help/articles/${slug}`;
}
