import type { Context } from "../core/transact.ts";
import { accessArticle } from "./access.ts";
import type { AutosaveAnswer, AutosaveInput, OtherEditor } from "./schema.ts";

/** How long (seconds) after their last sign somebody counts as editing: a little more than the time between two autosaves. */
const SEEN_FOR = 45;

/**
 * Keeps what somebody has typed and not saved, and tells them who else is at it and whether somebody saved meanwhile.
 * Without a text it only says that they have the article open.
 */
export async function autosave(context: Context, { id, baseRevision, draft }: AutosaveInput): Promise<AutosaveAnswer> {
  const { article } = await accessArticle(context, id, "write");
  const { system, actor } = context;
  const key = { articleId: id, personId: actor.personId };
  const text = draft && (await isSaved(context, { ...draft, id, number: article.revision })) ? NOTHING : draft;
  const seen = { seenAt: system.clock(), ...(draft ? { ...text, baseRevision } : {}) };
  await system.db.prisma.articleDraft.upsert({
    where: { articleId_personId: key },
    create: { ...key, baseRevision, ...seen },
    update: seen,
  });
  return { revision: article.revision, others: await othersAt(context, id) };
}

const NOTHING = { title: null, summary: null, body: null };

/** An autosave that comes in after the save of the same text keeps nothing. */
async function isSaved(
  { system }: Context,
  { id, number, ...text }: { id: string; number: number; title: string; summary: string; body: string },
): Promise<boolean> {
  return (await system.db.prisma.articleRevision.count({ where: { articleId: id, number, ...text } })) > 0;
}

async function othersAt({ system, actor }: Context, articleId: string): Promise<OtherEditor[]> {
  const since = new Date(system.clock().getTime() - SEEN_FOR * 1000);
  const rows = await system.db.prisma.articleDraft.findMany({
    where: { articleId, personId: { not: actor.personId }, seenAt: { gt: since } },
    select: { body: true, person: { select: { name: true } } },
    orderBy: { seenAt: "desc" },
  });
  return rows.map(({ body, person }) => ({ name: person.name, typing: body !== null }));
}
