import { newId } from "../core/ids.ts";
import { addSource } from "../documentation/add-source.ts";
import { saveLink } from "../documentation/save-link.ts";
import type { AddSourceInput, SaveLinkInput } from "../documentation/schema.ts";
import type { World } from "./world.ts";

/** A link of the world's product as its developer saves it. */
export function linkOf(world: World, own: Partial<SaveLinkInput> = {}): SaveLinkInput {
  const { productId } = world;
  return { productId, title: "Guide", url: uniqueUrl(), kind: "guide", version: null, ...own };
}

/** Saves one, as the world's developer unless told otherwise. */
export async function savedLink(world: World, own: Partial<SaveLinkInput> = {}, by = world.developer): Promise<string> {
  return (await saveLink(world.as(by), linkOf(world, own))).id;
}

/** Another product of the world's desk. */
export async function newProduct({ system, deskId }: World): Promise<string> {
  const id = newId();
  const about = { slug: id, name: "Another", tagline: "", description: "", version: "1", hue: 1 };
  await system.db.prisma.product.create({ data: { id, deskId, ...about } });
  return id;
}

/** Adds a documentation site, to a new product and as the world's developer unless told otherwise. */
export async function addedSource(
  world: World,
  own: Partial<AddSourceInput> = {},
  by = world.developer,
): Promise<string> {
  const productId = own.productId ?? (await newProduct(world));
  const source = { kind: "sitemap", url: "https://docs.example/sitemap.xml", ...own, productId } as const;
  return (await addSource(world.as(by), source)).id;
}

let made = 0;

function uniqueUrl(): string {
  made++;
  return `https://docs.example/${made}`;
}

/** What was committed for the search index and for the worker since this was last asked: `search.index link:…`. */
export async function takeJobs({ system }: World): Promise<string[]> {
  const { prisma } = system.db;
  const rows = await prisma.outbox.findMany({ orderBy: { id: "asc" } });
  await prisma.outbox.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return rows.map(({ name, payload }) => {
    const { thing, id, linkId, sourceId } = payload as Record<string, string>;
    return `${name} ${thing ? `${thing}:${id}` : (linkId ?? sourceId)}`;
  });
}
