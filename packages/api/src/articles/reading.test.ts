import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, publishes, reads, saves } from "../testing/articles.ts";
import { likened } from "../testing/search.ts";
import { createWorld, type World } from "../testing/world.ts";
import { archiveArticle } from "./archive.ts";
import { readHome } from "./home.ts";
import { publishArticle } from "./publish.ts";
import { listPublished } from "./published.ts";
import { readArticle } from "./read.ts";
import { saveCollection } from "./save-collection.ts";
import { setDetails } from "./set-details.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function article(slug: string, reader = reads(world)) {
  const answer = await readArticle(reader, { slug });
  if (!("article" in answer)) throw new Error(`moved to ${answer.movedTo}`);
  return answer.article;
}

/** How many statements something sends to the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { pool } = world.system.db;
  const { query } = pool;
  let count = 0;
  pool.query = ((...args: unknown[]) => {
    count++;
    return Reflect.apply(query, pool, args);
  }) as typeof pool.query;
  try {
    await work();
  } finally {
    pool.query = query;
  }
  return count;
}

test("a page of the help centre is at most three statements, however much is on it", async () => {
  const { slug } = await publishes(world, { productId: world.productId });
  for (const reader of [reads(world), reads(world, world.customer), reads(world, world.developer)]) {
    expect(await statementsOf(() => readHome(reader, {}))).toBeLessThanOrEqual(3);
    expect(await statementsOf(() => readHome(reader, { product: "inkwell" }))).toBeLessThanOrEqual(3);
    expect(await statementsOf(() => readArticle(reader, { slug }))).toBe(2);
  }
});

test("an article tells where it stands, whose it is and what else to read", async () => {
  const developer = world.as(world.developer);
  const collection = { deskId: world.deskId, productId: null, name: "Licences", description: "", icon: "key" } as const;
  const outer = await saveCollection(developer, { ...collection, parentId: null });
  const inner = await saveCollection(developer, { ...collection, name: "Moving", parentId: outer.id });
  const named = await publishes(world, { title: "Named" });
  const hidden = await publishes(world, { title: "Hidden", collectionId: inner.id, audience: "agents" });
  const draft = await drafts(world, { title: "Draft", collectionId: inner.id });
  const { id, slug } = await publishes(world, { collectionId: inner.id, productId: world.productId });
  await setDetails(developer, { id, relatedIds: [draft.id, hidden.id, named.id] });
  await likened(world);
  const seen = await article(slug);
  expect(seen).toMatchObject({
    ...{ desk: "Dora's desk", product: { slug: "inkwell" }, audience: "public", vote: null },
    path: [{ name: "Licences" }, { name: "Moving" }],
    ...{ publishedAt: expect.stringMatching(/^\d{4}-.*Z$/), verifiedAt: expect.any(String) },
  });
  const titles = seen.related.map(({ title }) => title);
  expect(titles[0]).toBe("Named");
  expect(titles).not.toContain("Hidden");
  expect(titles).not.toContain("Draft");
  expect((await article(slug, reads(world, world.developer))).related.map(({ title }) => title)).toContain("Hidden");
});

test("the feed holds what is public and live, once each, what changed last first, and no more than is asked for", async () => {
  const one = await publishes(world, { title: "One" });
  const two = await publishes(world, { title: "Two" });
  await publishes(world, { title: "Canary", audience: "customers" });
  const gone = await publishes(world, { title: "Canary" });
  await archiveArticle(world.as(world.developer), { id: gone.id });
  await drafts(world, { title: "Canary" });
  await saves(world.as(world.developer), one.id, "Newer.");
  await publishArticle(world.as(world.developer), { id: one.id, revision: 2 });
  for (const reader of [reads(world), reads(world, world.admin)]) {
    const articles = await listPublished(reader, { count: 100 });
    expect(articles.slice(0, 2).map(({ id }) => id)).toEqual([one.id, two.id]);
    expect(JSON.stringify(articles)).not.toContain("Canary");
    expect((await listPublished(reader, { count: 1 })).map(({ id }) => id)).toEqual([one.id]);
  }
});
