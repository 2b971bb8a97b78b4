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
    slugs: await slugsAmong(db, addresses, planned),
    files: new Set(source.paths.filter((path) => !articles.has(path))),
    hosts: oldHosts(byId, addresses),
  };
}

/** Of the addresses that texts have of articles here, those that lead to one. */
async function slugsAmong(db: System["db"], addresses: string[], planned: readonly Planned[]): Promise<Set<string>> {
  const named = addresses.flatMap((address) => /^\/help\/articles\/([^/?#]+)/.exec(address)?.[1] ?? []);
  const known = await db.prisma.article.findMany({ where: { slug: { in: named } }, select: { slug: true } });
  const before = await db.prisma.articleRedirect.findMany({ where: { slug: { in: named } }, select: { slug: true } });
  return new Set([...known, ...before, ...planned].map(({ slug }) => slug));
}
