import type { System } from "../../core/system.ts";
import type { Planned } from "./plan.ts";
import { oldHosts, type Targets } from "./resolve.ts";
import type { ImportSource } from "./source.ts";

/** What the texts of an import can lead to: each other, and what the desk has already. */
export async function targetsOf(
  { db }: System,
  { deskId, source }: { deskId: string; source: ImportSource },
  planned: readonly Planned[],
): Promise<Targets> {
  const here = await db.prisma.article.findMany({
    where: { deskId, source: { startsWith: "id:" } },
    select: { slug: true, source: true },
  });
  const byId = new Map(here.map(({ slug, source: key }) => [key?.slice("id:".length) ?? "", slug]));
  for (const { front, slug } of planned) if (front.id) byId.set(front.id, slug);
  const articles = new Set(planned.map(({ path }) => path));
  const addresses = planned.flatMap(({ places }) => places.map(({ address }) => address));
  return {
    byId,
    byPath: new Map(planned.map(({ path, slug }) => [path, slug])),
    slugs: await slugsAmong(db, { deskId, addresses, planned }),
    files: new Set(source.paths.filter((path) => !articles.has(path))),
    hosts: oldHosts(byId, addresses),
  };
}

/**
 * Of the addresses that texts have of articles here, those that lead to one that the desk has, or that everybody who imports may
 * read: the report of an import must not tell which addresses the drafts of others have.
 */
async function slugsAmong(
  db: System["db"],
  { deskId, addresses, planned }: { deskId: string; addresses: string[]; planned: readonly Planned[] },
): Promise<Set<string>> {
  const named = addresses.flatMap((address) => /^\/help\/articles\/([^/?#]+)/.exec(address)?.[1] ?? []);
  const open = { audience: { in: [...FOR_DESKS] }, page: { isNot: null } };
  const known = { OR: [{ deskId }, open] };
  const select = { slug: true } as const;
  const now = await db.prisma.article.findMany({ where: { slug: { in: named }, ...known }, select });
  const before = await db.prisma.articleRedirect.findMany({ where: { slug: { in: named }, article: known }, select });
  return new Set([...now, ...before, ...planned].map(({ slug }) => slug));
}

/** What whoever writes in some desk may read of every desk. */
const FOR_DESKS = ["public", "customers", "developers"] as const;
