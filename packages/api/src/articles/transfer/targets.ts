import type { System } from "../../core/system.ts";
import { slugOf } from "../slug.ts";
import type { ImportedCollections } from "./import-collections.ts";
import { canonical, folderOf } from "./names.ts";
import type { Planned } from "./plan.ts";
import { decoded, oldHosts, type Targets, urlOf } from "./resolve.ts";
import type { ImportSource } from "./source.ts";
import { tailsOf } from "./tails.ts";

/** What the texts of an import can lead to: each other, and what the desk has already. */
export async function targetsOf(
  { db }: System,
  { deskId, source, collections }: { deskId: string; source: ImportSource; collections: ImportedCollections },
  planned: readonly Planned[],
): Promise<Targets> {
  const here = await db.prisma.article.findMany({
    where: { deskId, source: { startsWith: "id:" } },
    select: { slug: true, source: true },
  });
  const byId = new Map(here.map(({ slug, source: key }) => [key?.slice("id:".length) ?? "", slug]));
  for (const { key, front, slug } of planned) if (front.id && key === `id:${front.id}`) byId.set(front.id, slug);
  const articles = new Set(planned.map(({ path }) => path));
  const addresses = planned.flatMap(({ places }) => places.map(({ address }) => address));
  const files = source.paths.filter((path) => !articles.has(path));
  const of = await db.prisma.collection.findMany({ where: { deskId }, select: { id: true, slug: true } });
  const slugOfCollection = new Map(of.map(({ id, slug }) => [id, slug]));
  return {
    byId,
    byPath: new Map(planned.map(({ path, slug }) => [path, slug])),
    slugs: await slugsAmong(db, { deskId, addresses, planned }),
    pages: tailsOf([
      ...planned.map(({ path, slug }) => [canonical(path), slug] as const),
      ...planned.flatMap((one) => elsewhere(one).map((address) => [address, one.slug] as const)),
    ]),
    byTitle: new Map(planned.toReversed().map(({ title, slug }) => [slugOf(title), slug])),
    collections: new Map([...collections.ids].map(([path, id]) => [canonical(path), slugOfCollection.get(id) ?? ""])),
    files: new Set(files),
    fileTails: tailsOf(files.map((path) => [path.toLowerCase(), path])),
    hosts: oldHosts(
      byId,
      addresses,
      planned.flatMap((one) => one.addresses),
    ),
  };
}

/** Where an article was before: at the addresses that it names, and beside its neighbours by its id or its slug. */
function elsewhere({ path, addresses, front }: Planned): string[] {
  const beside = [front.id, front.slug].flatMap((name) => (name ? [canonical(`${folderOf(path)}/${name}`)] : []));
  return [...addresses.map((address) => canonical(decoded(urlOf(address)?.pathname ?? address))), ...beside];
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
