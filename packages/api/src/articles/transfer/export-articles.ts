import { posix } from "node:path";
import { Readable } from "node:stream";
import type { System } from "../../core/system.ts";
import type { Context } from "../../core/transact.ts";
import { storageOf } from "../../files/storage.ts";
import { accessDesk } from "../access.ts";
import { ABOUT_COLLECTION } from "./about-folder.ts";
import { destinationsIn, withDestinations } from "./destinations.ts";
import { foldersOf } from "./folders.ts";
import { writeFrontMatter } from "./front-matter.ts";

/** A file of an export, read only when its turn comes. */
export interface ExportedFile {
  /** From the root of the export, with slashes. */
  path: string;
  /** @returns null when it is gone by then. */
  open(): Promise<Readable | null>;
}

const OUR_FILE = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[^?#]*(.*)$/;
const ARTICLE = /^\/help\/articles\/([^/?#]+)(#.*)?$/;

/**
 * All the articles of a desk as files, in the form that an import takes: Markdown with front matter, in a folder for each
 * collection, with the files that they show beside them, and links from one to the other. Of an article that readers see, that
 * text is exported; of the others, the newest.
 *
 * @throws NOT_FOUND for a desk that is not the actor's.
 */
export async function exportArticles(context: Context, deskId: string): Promise<ExportedFile[]> {
  await accessDesk(context, deskId);
  const { system } = context;
  const collections = await system.db.prisma.collection.findMany({ where: { deskId }, orderBy: { slug: "asc" } });
  const folders = foldersOf(collections);
  const articles = await listArticles(system, deskId, folders);
  const paths = new Map(articles.map(({ slug, path }) => [slug, path]));
  return [
    ...collections.map((collection) => ({
      path: `${folders.get(collection.id)}/${ABOUT_COLLECTION}`,
      open: async () => Readable.from([aboutCollection(collection)]),
    })),
    ...articles.flatMap((article) => [
      { path: article.path, open: async () => textOf(system, article, paths) },
      ...article.files.map(({ path, key }) => ({ path, open: async () => (await storageOf(system)).read(key) })),
    ]),
  ];
}

interface Listed {
  id: string;
  deskId: string;
  slug: string;
  path: string;
  files: { id: string; path: string; key: string }[];
}

async function listArticles({ db }: System, deskId: string, folders: ReadonlyMap<string, string>): Promise<Listed[]> {
  const file = { select: { id: true, name: true, key: true }, orderBy: { id: "asc" } } as const;
  const rows = await db.prisma.article.findMany({
    where: { deskId },
    select: { id: true, slug: true, collectionId: true, files: file },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ id, slug, collectionId, files }) => {
    const folder = folders.get(collectionId ?? "");
    const within = folder === undefined ? "" : `${folder}/`;
    return { id, deskId, slug, path: `${within}${slug}.md`, files: placed(files, `${within}files/${slug}`) };
  });
}

/** Files that are called the same get a number. */
function placed(files: readonly { id: string; name: string; key: string }[], folder: string): Listed["files"] {
  const taken = new Set<string>();
  return files.map(({ id, name, key }) => {
    let path = `${folder}/${name}`;
    for (let number = 2; taken.has(path.toLowerCase()); number++) path = `${folder}/${number}-${name}`;
    taken.add(path.toLowerCase());
    return { id, path, key };
  });
}

interface Collection {
  name: string;
  slug: string;
  icon: string;
  position: number;
  description: string;
}

function aboutCollection({ name, slug, icon, position, description }: Collection): string {
  return writeFrontMatter({ title: name, slug, icon, position }, description);
}

async function textOf(system: System, listed: Listed, paths: ReadonlyMap<string, string>): Promise<Readable | null> {
  const article = await system.db.prisma.article.findUnique({
    where: { id: listed.id },
    include: {
      product: { select: { slug: true } },
      // Those of other desks only while everybody may read them: an address is made of the title, and drafts have some too.
      relations: {
        where: { related: { OR: [{ deskId: listed.deskId }, { audience: "public", page: { isNot: null } }] } },
        select: { related: { select: { slug: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!article) return null;
  const number = article.publishedRevision ?? article.revision;
  const where = { articleId_number: { articleId: article.id, number } };
  const { title, summary, body } = await system.db.prisma.articleRevision.findUniqueOrThrow({ where });
  const related = article.relations.map((relation) => relation.related.slug);
  const front = {
    ...{ title, id: article.source?.startsWith("id:") ? article.source.slice("id:".length) : article.id },
    ...{ slug: article.slug, summary: summary || undefined, kind: article.kind, audience: article.audience },
    state: article.publishedRevision === null ? article.state : "published",
    ...{ product: article.product?.slug, position: article.position, verified: article.verifiedAt?.toISOString() },
    ...{ verifyEveryDays: article.verifyEveryDays ?? undefined, related: related.length > 0 ? related : undefined },
  };
  return Readable.from([writeFrontMatter(front, linked(body, listed, paths), article.frontMatter)]);
}

/** The text with relative addresses in it, by which the export hangs together wherever it is. */
function linked(body: string, { path, files }: Listed, paths: ReadonlyMap<string, string>): string {
  const relative = (to: string) => posix.relative(posix.dirname(path), to).split("/").map(encoded).join("/");
  const byId = new Map(files.map((file) => [file.id, file.path]));
  const replacements = destinationsIn(body).flatMap((place) => {
    const [, slug = "", hash = ""] = ARTICLE.exec(place.address) ?? [];
    const [, file = "", rest = ""] = OUR_FILE.exec(place.address) ?? [];
    const to = paths.get(slug) ?? byId.get(file);
    return to ? [[place, relative(to) + hash + rest] as const] : [];
  });
  return withDestinations(body, new Map(replacements));
}

function encoded(name: string): string {
  return name === ".." ? name : encodeURIComponent(name).replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"));
}
