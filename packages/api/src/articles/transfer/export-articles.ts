import { posix } from "node:path";
import { Readable } from "node:stream";
import type { System } from "../../core/system.ts";
import type { Context } from "../../core/transact.ts";
import { storageOf } from "../../files/storage.ts";
import { accessDesk } from "../access.ts";
import { ABOUT_COLLECTION } from "./about-folder.ts";
import { type Destination, destinationsIn, withDestinations } from "./destinations.ts";
import { foldersOf } from "./folders.ts";
import { writeFrontMatter } from "./front-matter.ts";

/** A file of an export, read only when its turn comes. */
export interface ExportedFile {
  /** From the root of the export, with slashes. */
  path: string;
  /** @returns null when it is gone by then. */
  open(): Promise<Readable | null>;
}

/** What is exported, in its order. */
interface Export {
  /** How many files there are, as far as is known when it begins. */
  total: number;
  files: AsyncIterable<ExportedFile>;
}

const OUR_FILE = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[^?#]*(.*)$/;
const ARTICLE = /^\/help\/articles\/([^/?#]+)(#.*)?$/;
/** Articles whose texts are in memory at once. */
const PAGE = 50;

/**
 * All the articles of a desk as files, in the form that an import takes: Markdown with front matter, in a folder for each
 * collection, with the files that they show beside them, and links from one to the other. Of an article that readers see, that
 * text is exported; of the others, the newest. Articles are loaded by the page, once it is their turn.
 *
 * @throws NOT_FOUND for a desk that is not the actor's.
 */
export async function exportArticles(context: Context, deskId: string): Promise<Export> {
  await accessDesk(context, deskId);
  const { prisma } = context.system.db;
  const [collections, articles, files] = await Promise.all([
    prisma.collection.findMany({ where: { deskId }, orderBy: { slug: "asc" } }),
    prisma.article.count({ where: { deskId } }),
    prisma.file.count({ where: { article: { deskId } } }),
  ]);
  const total = collections.length + articles + files;
  return { total, files: filesOf(context.system, deskId, collections) };
}

async function* filesOf(
  system: System,
  deskId: string,
  collections: readonly Collection[],
): AsyncGenerator<ExportedFile> {
  const folders = foldersOf(collections);
  for (const collection of collections) {
    const path = `${folders.get(collection.id)}/${ABOUT_COLLECTION}`;
    yield { path, open: async () => Readable.from([aboutCollection(collection)]) };
  }
  for (let after = ""; ; ) {
    const page = await loadPage(system, deskId, after);
    const last = page.at(-1);
    if (!last) return;
    yield* filesOfPage(system, page, folders);
    after = last.slug;
  }
}

type Loaded = Awaited<ReturnType<typeof loadPage>>[number];

/** Articles after an address, each with the text that is exported. */
async function loadPage({ db }: System, deskId: string, after: string) {
  const articles = await db.prisma.article.findMany({
    where: { deskId, slug: { gt: after } },
    orderBy: { slug: "asc" },
    take: PAGE,
    include: {
      files: { select: { id: true, name: true, key: true }, orderBy: { id: "asc" } },
      product: { select: { slug: true } },
      // Those of other desks only while everybody may read them: an address is made of the title, and drafts have some too.
      relations: {
        where: { related: { OR: [{ deskId }, { audience: "public", page: { isNot: null } }] } },
        select: { related: { select: { slug: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  const { rows } = await db.pool.query<{ id: string; title: string; summary: string; body: string }>(
    `SELECT r.article_id AS id, r.title, r.summary, r.body FROM unnest($1::uuid[], $2::int[]) AS n (id, number)
     JOIN article_revision r ON r.article_id = n.id AND r.number = n.number`,
    [articles.map(({ id }) => id), articles.map((article) => article.publishedRevision ?? article.revision)],
  );
  const texts = new Map(rows.map((row) => [row.id, { ...row, places: destinationsIn(row.body) }]));
  // One that was deleted between the two statements is left out.
  return articles.flatMap((article) => {
    const text = texts.get(article.id);
    return text ? [{ ...article, text }] : [];
  });
}

async function* filesOfPage(
  system: System,
  page: readonly Loaded[],
  folders: ReadonlyMap<string, string>,
): AsyncGenerator<ExportedFile> {
  const paths = await pathsOfLinked(system, page, folders);
  for (const article of page) {
    const path = pathOf(article, folders);
    const files = placed(article.files, `${path.slice(0, -`${article.slug}.md`.length)}files/${article.slug}`);
    yield { path, open: async () => Readable.from([textOf(article, { path, files }, paths)]) };
    for (const { path, key } of files) yield { path, open: async () => (await storageOf(system)).read(key) };
  }
}

function pathOf(
  { slug, collectionId }: { slug: string; collectionId: string | null },
  folders: ReadonlyMap<string, string>,
) {
  const folder = folders.get(collectionId ?? "");
  return folder === undefined ? `${slug}.md` : `${folder}/${slug}.md`;
}

/** Where the articles of the desk are that those of a page link to, by their addresses. */
async function pathsOfLinked({ db }: System, page: readonly Loaded[], folders: ReadonlyMap<string, string>) {
  const places = page.flatMap(({ text }) => text.places);
  const slugs = new Set(places.flatMap(({ address }) => ARTICLE.exec(address)?.[1] ?? []));
  const linked = await db.prisma.article.findMany({
    where: { deskId: page[0]?.deskId ?? "", slug: { in: [...slugs] } },
    select: { slug: true, collectionId: true },
  });
  return new Map(linked.map((article) => [article.slug, pathOf(article, folders)]));
}

interface Placed {
  path: string;
  files: { id: string; path: string; key: string }[];
}

/** Files that are called the same get a number. */
function placed(files: readonly { id: string; name: string; key: string }[], folder: string): Placed["files"] {
  const taken = new Set<string>();
  return files.map(({ id, name, key }) => {
    let path = `${folder}/${name}`;
    for (let number = 2; taken.has(path.toLowerCase()); number++) path = `${folder}/${number}-${name}`;
    taken.add(path.toLowerCase());
    return { id, path, key };
  });
}

interface Collection {
  id: string;
  parentId: string | null;
  name: string;
  slug: string;
  icon: string;
  position: number;
  description: string;
}

function aboutCollection({ name, slug, icon, position, description }: Collection): string {
  return writeFrontMatter({ title: name, slug, icon, position }, description);
}

function textOf(article: Loaded, at: Placed, paths: ReadonlyMap<string, string>): string {
  const { title, summary, body } = article.text;
  const related = article.relations.map((relation) => relation.related.slug);
  const front = {
    ...{ title, id: article.source?.startsWith("id:") ? article.source.slice("id:".length) : article.id },
    ...{ slug: article.slug, summary: summary || undefined, kind: article.kind, audience: article.audience },
    state: article.publishedRevision === null ? article.state : "published",
    ...{ product: article.product?.slug, position: article.position, verified: article.verifiedAt?.toISOString() },
    ...{ verifyEveryDays: article.verifyEveryDays ?? undefined, related: related.length > 0 ? related : undefined },
  };
  const linked = withDestinations(body, replacementsIn(article.text.places, at, paths));
  return writeFrontMatter(front, linked, article.frontMatter);
}

/** Relative addresses, by which the export hangs together wherever it is. */
function replacementsIn(places: readonly Destination[], { path, files }: Placed, paths: ReadonlyMap<string, string>) {
  const relative = (to: string) => posix.relative(posix.dirname(path), to).split("/").map(encoded).join("/");
  const byId = new Map(files.map((file) => [file.id, file.path]));
  const replacements = places.flatMap((place) => {
    const [, slug = "", hash = ""] = ARTICLE.exec(place.address) ?? [];
    const [, file = "", rest = ""] = OUR_FILE.exec(place.address) ?? [];
    const to = paths.get(slug) ?? byId.get(file);
    return to ? [[place, relative(to) + hash + rest] as const] : [];
  });
  return new Map(replacements);
}

function encoded(name: string): string {
  return name === ".." ? name : encodeURIComponent(name).replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"));
}
