import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { drafts, publishes, reads } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { archiveArticle } from "./archive.ts";
import { readCollection } from "./collection.ts";
import { deleteCollection } from "./delete-collection.ts";
import { getArticle } from "./get.ts";
import { readHome } from "./home.ts";
import { listCollections } from "./list-collections.ts";
import { listShelf } from "./list-shelf.ts";
import { orderArticles, orderCollections } from "./order.ts";
import { saveCollection } from "./save-collection.ts";
import type { SaveCollectionInput } from "./schema.ts";
import { setDetails } from "./set-details.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

function collects(more: Partial<SaveCollectionInput> = {}, who: Actor = world.developer) {
  const usual = {
    deskId: world.deskId,
    parentId: null,
    productId: null,
    name: "Licences",
    description: "",
    icon: "key",
  };
  return saveCollection(world.as(who), { ...usual, icon: "key", ...more });
}
const read = (slug: string) => readCollection(reads(world), { slug });
const deletes = (id: string, moveTo?: string | null) => deleteCollection(world.as(world.developer), { id, moveTo });

test("a collection shows its own articles, then its sections with theirs, in the order that was set", async () => {
  const { id, slug } = await collects();
  const section = await collects({ parentId: id, name: "Moving" });
  const titles = ["A", "B", "C"];
  const own = await Promise.all(titles.map((title) => publishes(world, { title, collectionId: id })));
  await publishes(world, { title: "D", collectionId: section.id });
  await publishes(world, { title: "Hidden", collectionId: section.id, audience: "agents" });
  await orderArticles(world.as(world.developer), { deskId: world.deskId, ids: own.map(({ id }) => id).reverse() });
  // What comes later stands behind what was put in order, moved there or new.
  await publishes(world, { title: "A new one", collectionId: id });
  const moved = await publishes(world, { title: "A moved one" });
  await setDetails(world.as(world.developer), { id: moved.id, collectionId: id });
  const view = await read(slug);
  expect(view.own.map(({ title }) => title)).toEqual(["C", "B", "A", "A new one", "A moved one"]);
  expect(view.sections).toMatchObject([{ name: "Moving", articles: [{ title: "D" }] }]);
  expect(view).toMatchObject({ articles: 6, parent: null });
  expect(await read(section.slug)).toMatchObject({ articles: 1, parent: { slug, name: "Licences" } });
});

test("who writes sees a shelf in its order with its drafts, and without what was taken down; another desk's not at all", async () => {
  const { id: collectionId } = await collects({ name: "Shelf" });
  const shelved = (title: string) => drafts(world, { title, collectionId });
  const [first, second, third] = [await shelved("First"), await shelved("Second"), await shelved("Third")];
  const { deskId } = world;
  await orderArticles(world.as(world.developer), { deskId, ids: [third.id, first.id, second.id] });
  await archiveArticle(world.as(world.developer), { id: first.id });
  const shelf = (who: Actor) => listShelf(world.as(who), { deskId, collectionId });
  expect((await shelf(world.developer)).map(({ title }) => title)).toEqual(["Third", "Second"]);
  await expect(shelf(world.rival)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const elsewhere = listShelf(world.as(world.rival), { deskId: world.rivalDeskId, collectionId });
  expect(await elsewhere).toEqual([]);
});

test("what holds nothing that one may read is not shown to them", async () => {
  const { id, slug } = await collects({ productId: world.productId });
  await expect(read(slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await publishes(world, { collectionId: id, audience: "agents" });
  await expect(read(slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const slugs = async (who: Actor | null) =>
    (await readHome(reads(world, who), { product: "inkwell" })).collections.map((collection) => collection.slug);
  expect(await slugs(null)).not.toContain(slug);
  expect(await slugs(world.rival)).not.toContain(slug);
  expect(await slugs(world.developer)).toContain(slug);
});

test("the start page shows the platform's collections, a product's those of its desk", async () => {
  const platform = await collects({ deskId: world.platformDeskId, name: "Accounts" }, world.admin);
  await publishes(world, { deskId: world.platformDeskId, collectionId: platform.id }, world.admin);
  const desks = await collects({ name: "For all products" });
  await publishes(world, { collectionId: desks.id });
  const home = await readHome(reads(world), {});
  expect(home.collections.map(({ name }) => name)).toEqual(["Accounts"]);
  const product = await readHome(reads(world), { product: "inkwell" });
  expect(product.collections.map(({ name }) => name)).toContain("For all products");
  expect(product.collections.map(({ name }) => name)).not.toContain("Accounts");
});

test("a section holds no sections, and is not its own", async () => {
  const outer = await collects();
  const inner = await collects({ parentId: outer.id });
  const refused = { code: "TRANSITION_NOT_ALLOWED" };
  await expect(collects({ parentId: inner.id })).rejects.toMatchObject(refused);
  await expect(collects({ id: inner.id, parentId: inner.id })).rejects.toMatchObject(refused);
  const other = await collects();
  await expect(collects({ id: outer.id, parentId: other.id })).rejects.toMatchObject(refused);
});

test("a name that is changed changes no address", async () => {
  const { id, slug } = await collects({ name: "Payments" });
  expect(await collects({ id, name: "Payments and refunds" })).toEqual({ id, slug });
});

test("one that holds something is deleted only when it is said where that goes", async () => {
  const outer = await collects();
  const section = await collects({ parentId: outer.id });
  const article = await publishes(world, { collectionId: outer.id });
  await expect(deletes(outer.id)).rejects.toMatchObject({ code: "COLLECTION_NOT_EMPTY" });
  const target = await collects({ name: "Target" });
  await deletes(outer.id, target.id);
  const inCollection = async () => (await getArticle(world.as(world.developer), article)).collection?.id ?? null;
  expect(await inCollection()).toBe(target.id);
  const rows = await listCollections(world.as(world.developer), { deskId: world.deskId });
  expect(rows.find(({ id }) => id === outer.id)).toBeUndefined();
  expect(rows.find(({ id }) => id === section.id)).toMatchObject({ parentId: target.id });
  // Into its own section, which takes its place.
  await deletes(target.id, section.id);
  expect(await inCollection()).toBe(section.id);
  const after = await listCollections(world.as(world.developer), { deskId: world.deskId });
  expect(after.find(({ id }) => id === section.id)).toMatchObject({ parentId: null });
  await deletes(section.id, null);
  expect(await inCollection()).toBeNull();
});

test("nobody touches another desk's collections", async () => {
  const theirs = await collects({ deskId: world.rivalDeskId }, world.rival);
  const own = await collects();
  const order = (ids: string[]) => orderCollections(world.as(world.developer), { deskId: world.deskId, ids });
  const refused = [
    ...[collects({ id: theirs.id }), collects({ parentId: theirs.id }), collects({ deskId: world.rivalDeskId })],
    ...[deletes(theirs.id), deletes(own.id, theirs.id), deletes(newId()), order([own.id, theirs.id])],
    listCollections(world.as(world.developer), { deskId: world.rivalDeskId }),
  ];
  for (const ending of await Promise.allSettled(refused)) {
    expect(ending).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  }
  const rows = await listCollections(world.as(world.developer), {});
  expect(rows.map(({ id }) => id)).not.toContain(theirs.id);
  expect(rows.map(({ id }) => id)).toContain(own.id);
});

test("collections stand in the order that was set", async () => {
  const [one, two, three] = [await collects(), await collects(), await collects()].map(({ id }) => id) as string[];
  const ids = [three, one, two] as string[];
  await orderCollections(world.as(world.developer), { deskId: world.deskId, ids });
  const rows = await listCollections(world.as(world.developer), { deskId: world.deskId });
  expect(rows.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
});
