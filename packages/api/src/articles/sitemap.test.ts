import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, publishes, reads } from "../testing/articles.ts";
import { savedLink } from "../testing/documentation.ts";
import { manyArticles } from "../testing/many-articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { saveCollection } from "./save-collection.ts";
import type { SitemapKind } from "./schema.ts";
import { listSitemap, readSitemapPart } from "./sitemap.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Everything of a kind, part by part. */
async function listed(kind: SitemapKind): Promise<string[][]> {
  const parts = (await listSitemap(reads(world))).filter((part) => part.kind === kind);
  return Promise.all(parts.map(async (part) => (await readSitemapPart(reads(world), part)).map(({ slug }) => slug)));
}

const collection = (deskId: string, name: string, parentId: string | null = null) =>
  saveCollection(world.as(world.admin), { deskId, parentId, productId: null, name, description: "", icon: "key" });

test("an empty help centre has no parts", async () => {
  expect(await listSitemap(reads(world))).toEqual([]);
});

test("it lists what anybody may read, of every desk, and nothing else", async () => {
  const outer = await collection(world.deskId, "Outer");
  const inner = await collection(world.deskId, "Inner", outer.id);
  const theirs = await collection(world.rivalDeskId, "Theirs");
  const hidden = await collection(world.deskId, "Canary empty");
  const { slug } = await publishes(world, { title: "One", collectionId: inner.id });
  const other = await publishes(
    world,
    { deskId: world.rivalDeskId, title: "Two", collectionId: theirs.id },
    world.admin,
  );
  await publishes(world, {
    title: "Canary",
    audience: "customers",
    collectionId: hidden.id,
    productId: world.productId,
  });
  await drafts(world, { title: "Canary", collectionId: hidden.id });
  expect((await listed("articles")).flat().sort()).toEqual([slug, other.slug].sort());
  expect((await listed("collections")).flat().sort()).toEqual(["inner", "outer", "theirs"]);
  expect(await listed("products")).toEqual([]);
  await savedLink(world);
  expect(await listed("products")).toEqual([["inkwell"]]);
});

test("many articles are in parts of a bounded length, each of them once", async () => {
  const before = (await listed("articles")).flat().length;
  await manyArticles(world, 11_000);
  const parts = await listed("articles");
  expect(parts.map(({ length }) => length)).toEqual([5_000, 5_000, 1_000 + before]);
  expect(new Set(parts.flat()).size).toBe(11_000 + before);
});
