import type { Prisma } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { romanised } from "./romanise.ts";

/** Longest slug that is made of a title; one that is typed may be longer. */
const MOST = 80;

/**
 * An address of a title in any script: lower-case words of a to z and digits with hyphens, cut between words.
 *
 * @returns "" where nothing of the title can be written so.
 */
export function slugOf(title: string): string {
  const words = romanised(title)
    .toLowerCase()
    .replace(/['’`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > MOST) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, MOST);
  }
  return slug;
}

/**
 * A free address for a new collection, until the end of the transaction: of its name, with a number where that is taken.
 */
export async function collectionSlug(tx: Prisma.TransactionClient, name: string): Promise<string> {
  const base = slugOf(name) || "collection";
  await holdSlugs(tx, "collection", base);
  return firstFree(base, (slugs) => collectionSlugs(tx, slugs));
}

/** The same for a new article of a desk. */
export async function articleSlug(
  tx: Prisma.TransactionClient,
  { title, deskId }: { title: string; deskId: string },
): Promise<string> {
  const base = slugOf(title) || "article";
  await holdSlugs(tx, "article", base);
  return firstFree(base, (slugs) => takenSlugs(tx, { slugs, deskId }));
}

/** An article that has an address or wants one. */
interface Wanted {
  slug: string;
  articleId: string;
  deskId: string;
}

/**
 * Takes an address for an article, until the end of the transaction. One that it had itself before may be taken again.
 *
 * @throws SLUG_TAKEN when another article of its desk has it, or one that readers of whichever desk have seen had it.
 */
export async function takeSlug(tx: Prisma.TransactionClient, { slug, articleId, deskId }: Wanted): Promise<void> {
  await holdSlugs(tx, "article", slug);
  await tx.articleRedirect.deleteMany({ where: { slug, articleId } });
  if ((await takenSlugs(tx, { slugs: [slug], deskId })).has(slug)) throw new DomainError("SLUG_TAKEN");
}

/**
 * The address under which readers will find an article that they have not seen yet: its own, with a number where another desk
 * has published one of that address meanwhile. Nobody has the address of what was never published, so nothing leads astray.
 */
export async function slugToPublish(
  tx: Prisma.TransactionClient,
  { slug, articleId, deskId }: Wanted,
): Promise<string> {
  await holdSlugs(tx, "article", slug);
  return firstFree(slug, (slugs) => takenSlugs(tx, { slugs, deskId, but: articleId }));
}

async function firstFree(base: string, taken: (slugs: string[]) => Promise<Set<string>>): Promise<string> {
  const wanted = [base, ...Array.from({ length: 50 }, (_, i) => `${base}-${i + 2}`)];
  const gone = await taken(wanted);
  return wanted.find((slug) => !gone.has(slug)) ?? `${base}-${newId().slice(-12)}`;
}

/**
 * Addresses are in two tables, the ones of now and the ones of before: whoever takes one waits for whoever takes the same. With
 * another number, and another behind that, an address may come to be the same.
 */
async function holdSlugs(tx: Prisma.TransactionClient, table: string, base: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${table}:${base.replace(/(?:-\d+)+$/, "")}`}, 0))`;
}

/**
 * Addresses that articles of a desk cannot have: those of its own articles, and what anybody has published under. What others
 * write is theirs to know; it takes nothing until it is published.
 */
async function takenSlugs(
  { article, articleRedirect }: Prisma.TransactionClient,
  { slugs, deskId, but }: { slugs: string[]; deskId: string; but?: string },
): Promise<Set<string>> {
  const select = { slug: true } as const;
  const of = [{ deskId }, { publishedAt: { not: null } }];
  const now = await article.findMany({
    where: { slug: { in: slugs }, OR: of, ...(but && { id: { not: but } }) },
    select,
  });
  const before = await articleRedirect.findMany({ where: { slug: { in: slugs } }, select });
  return new Set([...now, ...before].map(({ slug }) => slug));
}

async function collectionSlugs({ collection }: Prisma.TransactionClient, slugs: string[]) {
  const rows = await collection.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}
