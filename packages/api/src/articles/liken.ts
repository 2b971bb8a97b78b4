import { logError } from "../core/log.ts";
import type { System } from "../core/system.ts";
import { likeText } from "../search/like.ts";
import { heldAs } from "../search/readers.ts";
import { inTransaction } from "./change.ts";
import { AUDIENCES, type Audience } from "./schema.ts";

const BATCH = 20;
/** What has less of an article is about something else; looked at with a real help centre of 414 articles. */
const LEAST = 0.33;
/** So many are looked at, for those about other products are left out, and so many kept: more than are shown, for some go. */
const LOOKED_AT = 24;
const KEPT = 8;

/**
 * Finds what is like the articles that changed, and keeps it, so that a page has nothing to search for. What is found is what
 * everybody of an audience may find; a reader is shown what of it they may read then.
 *
 * @returns whether there may be more.
 */
export async function likenDue(system: System): Promise<boolean> {
  const due = await dueOf(system);
  for (const one of due) await likenOne(system, one).catch((error) => putOff(system, one, error));
  return due.length === BATCH;
}

interface Due {
  id: string;
  changed: boolean;
  changes: number;
}

/** Those that every engine has as they are. */
async function dueOf({ db }: System): Promise<Due[]> {
  const { rows } = await db.pool.query<Due>({
    name: "liken-due",
    text: `SELECT t.article_id AS id, t.changed, t.changes FROM article_to_liken t
           WHERE t.due_at <= now() AND NOT EXISTS (
             SELECT FROM search_pending p WHERE p.thing = 'article' AND p.thing_id = t.article_id)
           ORDER BY t.due_at, t.article_id LIMIT ${BATCH}`,
  });
  return rows;
}

async function likenOne(system: System, { id, changed, changes }: Due): Promise<void> {
  const article = await textOf(system, id);
  const found = article ? await foundFor(system, article) : [];
  await inTransaction(system, async (tx) => {
    // Whoever was like it, or is now: their lists may change by it, too.
    if (changed)
      await tx.$executeRaw`
        INSERT INTO article_to_liken (article_id, changed, due_at)
        SELECT a.id, false, now() FROM article a WHERE a.published_revision IS NOT NULL AND a.id <> ${id}::uuid AND (
          a.id = ANY (${found.map(({ likeId }) => likeId)}::uuid[])
          OR a.id IN (SELECT l.article_id FROM article_likeness l WHERE l.like_id = ${id}::uuid))
        ORDER BY a.id ON CONFLICT DO NOTHING`;
    await tx.articleLikeness.deleteMany({ where: { articleId: id } });
    await tx.articleLikeness.createMany({ data: found.map((one) => ({ articleId: id, ...one })) });
    await tx.articleToLiken.deleteMany({ where: { articleId: id, changes } });
  });
}

interface Text {
  id: string;
  deskId: string;
  productId: string | null;
  audience: Audience;
  title: string;
  text: string;
}

/** What readers see of it; null where that is nothing. */
async function textOf({ db }: System, id: string): Promise<Text | null> {
  const { rows } = await db.pool.query<Text>({
    name: "liken-text",
    text: `SELECT a.id, a.desk_id AS "deskId", a.product_id AS "productId", a.audience, p.title,
             p.summary || E'\\n' || p.text AS text
           FROM article a JOIN article_page p ON p.article_id = a.id WHERE a.id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

interface Alike {
  audience: Audience;
  place: number;
  likeId: string;
}

/** For each audience that may read it. One that has nothing to itself is shown what the narrower one is. */
async function foundFor(system: System, article: Text): Promise<Alike[]> {
  const apart = await audiencesApart(system, article.deskId);
  const found: Alike[] = [];
  let ids: string[] = [];
  for (const audience of AUDIENCES.slice(AUDIENCES.indexOf(article.audience))) {
    if (audience === article.audience || apart.has(audience)) ids = await alike(system, article, audience);
    found.push(...ids.map((likeId, place) => ({ audience, place, likeId })));
  }
  return found;
}

/** Audiences that have live articles of their own; agents, in this desk. */
async function audiencesApart({ db }: System, deskId: string): Promise<ReadonlySet<Audience>> {
  const { rows } = await db.pool.query<{ audience: Audience }>({
    name: "liken-audiences",
    text: `SELECT DISTINCT audience FROM article
           WHERE published_revision IS NOT NULL AND audience <> 'public' AND (audience <> 'agents' OR desk_id = $1)`,
    values: [deskId],
  });
  return new Set(rows.map(({ audience }) => audience));
}

/** @returns ids of articles, the most alike first. */
async function alike(system: System, article: Text, audience: Audience): Promise<string[]> {
  const { id, deskId, productId, title, text } = article;
  const readers = heldAs(audience, deskId);
  const asked = { title, text, readers, kinds: ["article"], without: [`article:${id}`], limit: LOOKED_AT } as const;
  const hits = (await likeText(system, asked)).filter(({ likeness }) => likeness >= LEAST);
  const { rows } = await system.db.pool.query<{ id: string; productId: string | null }>({
    name: "liken-products",
    text: `SELECT a.id, a.product_id AS "productId" FROM article a JOIN article_page p ON p.article_id = a.id
           WHERE a.id = ANY ($1::uuid[])`,
    values: [hits.map(({ group }) => group.slice("article:".length))],
  });
  const live = hits.flatMap(({ group }) => rows.find((row) => group === `article:${row.id}`) ?? []);
  const same = live.filter((other) => other.productId === productId);
  // An article about one product is of no use with another; what is about none may be about this one.
  const others = live.filter(
    (other) => other.productId !== productId && (productId === null || other.productId === null),
  );
  return [...same, ...others].slice(0, KEPT).map((other) => other.id);
}

/** What cannot be compared holds up nothing else. */
async function putOff({ db }: System, { id }: Due, error: unknown): Promise<void> {
  logError(`articles: what is like ${id} is looked for later`, error);
  await db.pool.query("UPDATE article_to_liken SET due_at = now() + interval '1 minute' WHERE article_id = $1", [id]);
}
