import type { Prisma } from "@mintreu/db/generated/client";
import { newId } from "../../core/ids.ts";
import type { System } from "../../core/system.ts";
import { inTransaction } from "../change.ts";
import { COLLECTION_ICONS } from "../schema.ts";
import { collectionSlug } from "../slug.ts";
import type { AboutFolder } from "./about-folder.ts";
import { foldersOf } from "./folders.ts";
import { folderOf, numberOf, titleOfFolder } from "./names.ts";
import type { ReadSource } from "./read-source.ts";

interface Wanted {
  deskId: string;
  productId: string | null;
}

/** The collections of an import's folders. */
export interface ImportedCollections {
  /** By the folder. */
  ids: ReadonlyMap<string, string>;
  /** How many are new. */
  added: number;
}

/** Folders in which generators of sites look for pages: what is in one is the whole, and it is no collection. */
const WRAPPER = /^(docs?|content|src|website|_\w+)$/i;

/**
 * Makes a collection of each folder that holds articles, and a section of one in it; folders further down are sections too,
 * since there is one step. A folder that was imported before, or is one of an export, is the collection that it was, and is told
 * what its folder says of itself.
 */
export function importCollections(system: System, wanted: Wanted, read: ReadSource): Promise<ImportedCollections> {
  const folders = [...new Set(read.articles.flatMap(({ path }) => withParent(folderOf(path), read.folders)))].sort();
  return inTransaction(system, async (tx) => {
    const ids = await known(tx, wanted.deskId, read.folders);
    const missing = folders.filter((folder) => !ids.has(folder));
    for (const folder of folders) {
      const about = read.folders.get(folder);
      const id = ids.get(folder);
      if (id === undefined) {
        const parentId = ids.get(parentOf(folder, read.folders)) ?? null;
        ids.set(folder, await add(tx, { ...wanted, folder, parentId, name: nameOf(folder, read.folders), about }));
      } else if (about) await tell(tx, id, about);
    }
    return { ids, added: missing.length };
  });
}

/** Collections by their folders: the one of an earlier import, the one whose address the folder names, the one an export puts there. */
async function known(
  { collection }: Prisma.TransactionClient,
  deskId: string,
  folders: ReadSource["folders"],
): Promise<Map<string, string>> {
  const select = { id: true, parentId: true, name: true, slug: true, source: true } as const;
  const all = await collection.findMany({ where: { deskId }, select });
  const ids = new Map([...foldersOf(all)].map(([id, folder]) => [folder, id]));
  const bySlug = new Map(all.map(({ id, slug }) => [slug, id]));
  for (const [folder, { front }] of folders) {
    const id = bySlug.get(front.slug ?? "");
    if (id) ids.set(folder, id);
  }
  for (const { id, source } of all) if (source) ids.set(source, id);
  return ids;
}

/** Brings a collection to what its folder says; what that does not say stays as it is here. */
async function tell(tx: Prisma.TransactionClient, id: string, { front, description }: AboutFolder): Promise<void> {
  const here = await tx.collection.findUniqueOrThrow({ where: { id } });
  const wanted = {
    name: front.title?.slice(0, MOST_NAME) ?? here.name,
    description: description || here.description,
    position: front.position ?? here.position,
    icon: iconOf(front) ?? here.icon,
  };
  const different = Object.entries(wanted).some(([name, value]) => Reflect.get(here, name) !== value);
  if (different) await tx.collection.update({ where: { id }, data: wanted });
}

/** A folder and the collection it is a section of. */
function withParent(folder: string, about: ReadSource["folders"]): string[] {
  return partsOf(folder, about).length === 0 ? [] : [parentOf(folder, about), folder].filter(Boolean);
}

/** The names that count in a folder's path. */
function partsOf(folder: string, about: ReadSource["folders"]): string[] {
  const parts = folder === "" ? [] : folder.split("/");
  const from = parts.findIndex((part, at) => !WRAPPER.test(part) || about.has(parts.slice(0, at + 1).join("/")));
  return from === -1 ? [] : parts.slice(from);
}

function parentOf(folder: string, about: ReadSource["folders"]): string {
  const parts = partsOf(folder, about);
  const below = parts.slice(1).join("/");
  return parts.length > 1 ? folder.slice(0, -below.length - 1) : "";
}

interface NewCollection extends Wanted {
  folder: string;
  /** What it is called when it does not say. */
  name: string;
  parentId: string | null;
  about: AboutFolder | undefined;
}

const MOST_NAME = 100;

async function add(tx: Prisma.TransactionClient, { folder, about, ...wanted }: NewCollection): Promise<string> {
  const { deskId, parentId, productId } = wanted;
  const name = (about?.front.title ?? wanted.name).slice(0, MOST_NAME);
  const slug = await collectionSlug(tx, about?.front.slug ?? name);
  const last = await tx.collection.aggregate({ where: { deskId, parentId }, _max: { position: true } });
  const position = about?.front.position ?? numberOf(folder) ?? (last._max.position ?? 0) + 1;
  const icon = iconOf(about?.front) ?? "book";
  const id = newId();
  const description = about?.description ?? "";
  const data = { id, deskId, parentId, productId, slug, name, description, icon, position, source: folder };
  await tx.collection.create({ data });
  return id;
}

function iconOf(front: AboutFolder["front"] | undefined): string | undefined {
  return COLLECTION_ICONS.find((known) => known === front?.icon);
}

function nameOf(folder: string, about: ReadSource["folders"]): string {
  const parts = partsOf(folder, about);
  return (parts.length > 2 ? parts.slice(1) : parts.slice(-1)).map(titleOfFolder).join(" – ");
}
