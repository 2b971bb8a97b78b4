import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, publishes, reads, saves } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { getArticle } from "./get.ts";
import { readHome } from "./home.ts";
import { listArticles } from "./list.ts";
import { publishArticle } from "./publish.ts";
import { readArticle } from "./read.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function seen(slug: string) {
  const answer = await readArticle(reads(world), { slug });
  return "article" in answer ? answer.article : null;
}

test("what is published is what the next reader gets", async () => {
  const { id, slug } = await drafts(world, { body: "## First\n\nSign **out**." });
  await expect(seen(slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await publishArticle(world.as(world.developer), { id, revision: 1 });
  expect(await seen(slug)).toMatchObject({
    title: "Move a licence",
    html: expect.stringContaining("<strong>out</strong>"),
    headings: [{ text: "First", level: 2 }],
    vote: null,
  });
});

test("a newer draft changes nothing for readers until it is published", async () => {
  const { id, slug } = await publishes(world);
  expect(await saves(world.as(world.colleague), id, "Newer words.")).toEqual({ revision: 2, state: "draft" });
  expect((await seen(slug))?.html).toContain("Sign out first.");
  expect(await getArticle(world.as(world.developer), { id })).toMatchObject({
    state: "draft",
    live: true,
    revision: 2,
  });
  await publishArticle(world.as(world.developer), { id, revision: 2 });
  expect((await seen(slug))?.html).toContain("Newer words.");
});

test("the start page and lists", async () => {
  const home = await readHome(reads(world), {});
  expect(home.popular.length).toBeGreaterThan(0);
  const list = await listArticles(world.as(world.developer), { due: false, search: "licen", cursor: undefined });
  expect(list.rows.length).toBeGreaterThan(0);
  const product = await readHome(reads(world), { product: "inkwell" });
  expect(product.product?.slug).toBe("inkwell");
});
