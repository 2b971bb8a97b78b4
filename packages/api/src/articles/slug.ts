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
 * A free address for something new, until the end of the transaction: of its title, with a number where that is taken.
 *
 * @param otherwise what it is called when its title gives no address.
 */
export async function freeSlug(
  tx: Prisma.TransactionClient,
  of: { table: "article" | "collection"; title: string; otherwise: string },
): Promise<string> {
  const base = slugOf(of.title) || of.otherwise;
  await holdSlugs(tx, of.table, base);
  const wanted = [base, ...Array.from({ length: 50 }, (_, i) => `${base}-${i + 2}`)];
  const taken = of.table === "article" ? await articleSlugs(tx, wanted) : await collectionSlugs(tx, wanted);
  return wanted.find((slug) => !taken.has(slug)) ?? `${base}-${newId().slice(-12)}`;
}

/**
 * Takes an address for an article that exists, until the end of the transaction. One that it had itself before may be taken
 * again.
 *
 * @throws SLUG_TAKEN when another article has it, or had it.
 */
export async function takeSlug(
  tx: Prisma.TransactionClient,
  wanted: { slug: string; articleId: string },
): Promise<void> {
  const { slug, articleId } = wanted;
  await holdSlugs(tx, "article", slug);
  await tx.articleRedirect.deleteMany({ where: { slug, articleId } });
  if ((await articleSlugs(tx, [slug])).has(slug)) throw new DomainError("SLUG_TAKEN");
}

/** Addresses are in two tables, the ones of now and the ones of before: whoever takes one waits for whoever takes the same. */
async function holdSlugs(tx: Prisma.TransactionClient, table: string, base: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${table}:${base.replace(/-\d+$/, "")}`}, 0))`;
}

async function articleSlugs({ article, articleRedirect }: Prisma.TransactionClient, slugs: string[]) {
  const query = { where: { slug: { in: slugs } }, select: { slug: true } };
  const rows = [...(await article.findMany(query)), ...(await articleRedirect.findMany(query))];
  return new Set(rows.map(({ slug }) => slug));
}

async function collectionSlugs({ collection }: Prisma.TransactionClient, slugs: string[]) {
  const rows = await collection.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}
