import type { Prisma } from "@mintreu/db/generated/client";
import { newId } from "../../core/ids.ts";
import type { System } from "../../core/system.ts";
import { inTransaction } from "../change.ts";
import { COLLECTION_ICONS } from "../schema.ts";
import { collectionSlug } from "../slug.ts";
import { foldersOf } from "./folders.ts";
import { type AboutFolder, folderOf, type ReadSource } from "./read-source.ts";

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

/**
 * Makes a collection of each folder that holds articles, and a section of one in it; folders further down are sections too,
 * since there is one step. A folder that was imported before, or is one of an export, is the collection that it was.
 */
export function importCollections(system: System, wanted: Wanted, read: ReadSource): Promise<ImportedCollections> {
  const folders = [...new Set(read.articles.flatMap(({ path }) => withParent(folderOf(path))))].sort();
  return inTransaction(system, async (tx) => {
    const ids = await known(tx, wanted.deskId);
    const missing = folders.filter((folder) => !ids.has(folder));
    for (const folder of missing) {
      const parentId = ids.get(parentOf(folder)) ?? null;
      ids.set(folder, await add(tx, { ...wanted, folder, parentId, about: read.folders.get(folder) }));
    }
    return { ids, added: missing.length };
  });
}

async function known({ collection }: Prisma.TransactionClient, deskId: string): Promise<Map<string, string>> {
  const select = { id: true, parentId: true, name: true, slug: true, source: true } as const;
  const all = await collection.findMany({ where: { deskId }, select });
  const ids = new Map([...foldersOf(all)].map(([id, folder]) => [folder, id]));
  for (const { id, source } of all) if (source) ids.set(source, id);
  return ids;
}

/** A folder and the collection it is a section of. */
function withParent(folder: string): string[] {
  return folder === "" ? [] : [parentOf(folder), folder].filter(Boolean);
}

function parentOf(folder: string): string {
  const [top = "", ...rest] = folder.split("/");
  return rest.length > 0 ? top : "";
}

interface NewCollection extends Wanted {
  folder: string;
  parentId: string | null;
  about: AboutFolder | undefined;
}

async function add(tx: Prisma.TransactionClient, { folder, about, ...data }: NewCollection): Promise<string> {
  const { deskId, parentId } = data;
  const name = (about?.title ?? nameOf(folder)).slice(0, 100);
  const slug = await collectionSlug(tx, about?.front.slug ?? name);
  const last = await tx.collection.aggregate({ where: { deskId, parentId }, _max: { position: true } });
  const position = about?.front.position ?? (last._max.position ?? 0) + 1;
  const icon = COLLECTION_ICONS.find((known) => known === about?.front.icon) ?? "book";
  const id = newId();
  const description = about?.description ?? "";
  await tx.collection.create({ data: { id, slug, name, description, icon, position, source: folder, ...data } });
  return id;
}

function nameOf(folder: string): string {
  const parts = folder.split("/");
  return (parts.length > 2 ? parts.slice(1) : parts.slice(-1)).join(" – ");
}
