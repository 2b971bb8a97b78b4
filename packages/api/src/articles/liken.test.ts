import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { rebuild } from "../search/rebuild.ts";
import { publishes, reads, saves } from "../testing/articles.ts";
import { indexed, likened } from "../testing/search.ts";
import { createWorld, type World } from "../testing/world.ts";
import { likenDue } from "./liken.ts";
import { publishArticle } from "./publish.ts";
import { readArticle } from "./read.ts";
import { setDetails } from "./set-details.ts";
import { unpublishArticle } from "./unpublish.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Titles under an article, as somebody reads it. */
async function under(slug: string, actor: Actor | null = null): Promise<string[]> {
  const answer = await readArticle(reads(world, actor), { slug });
  if (!("article" in answer)) throw new Error("it has moved");
  return answer.article.related.map(({ title }) => title);
}

const LOOM = "Thread the warp through the heddle of the loom, then beat the weft with the shuttle.";
const KILN = "Fire the glaze in the kiln at a low cone, and let the pottery cool before it is opened.";

async function product(): Promise<string> {
  const data = { id: newId(), slug: newId(), name: "Other", tagline: "", description: "", version: "1", hue: 1 };
  await world.system.db.prisma.product.create({ data: { ...data, deskId: world.deskId } });
  return data.id;
}

test("under an article stands what is like it and nothing else, and never itself", async () => {
  const loom = await publishes(world, { title: "Warp a loom", body: LOOM });
  const weave = await publishes(world, { title: "Weave on a loom", body: `${LOOM} Weave evenly.` });
  const kiln = await publishes(world, { title: "Fire a kiln", body: KILN });
  await likened(world);
  expect(await under(loom.slug)).toEqual(["Weave on a loom"]);
  expect(await under(weave.slug)).toEqual(["Warp a loom"]);
  for (const actor of [world.customer, world.rival, world.admin])
    expect(await under(loom.slug, actor)).toEqual(["Weave on a loom"]);
  expect(await under(kiln.slug)).toEqual([]);
});

test("what a writer named stands first, once, and the rest is filled", async () => {
  const one = await publishes(world, { title: "Glaze a vase", body: KILN });
  await publishes(world, { title: "Glaze a bowl", body: KILN });
  const named = await publishes(world, { title: "Sweep the workshop", body: "Use a broom." });
  const alike = await publishes(world, { title: "Glaze a cup", body: KILN });
  await likened(world);
  await setDetails(world.as(world.developer), { id: one.id, relatedIds: [named.id, alike.id] });
  const titles = await under(one.slug);
  expect(titles.slice(0, 2)).toEqual(["Sweep the workshop", "Glaze a cup"]);
  expect(titles).toContain("Glaze a bowl");
  expect(titles.filter((title) => title === "Glaze a cup")).toHaveLength(1);
});

test("everybody is shown what they may read, and it is looked for among that alone", async () => {
  const body = "The sextant measures the angle between the horizon and a star.";
  const { slug } = await publishes(world, { title: "Use a sextant", body });
  await publishes(world, { title: "Sextant for all", body });
  await publishes(world, { title: "Sextant for customers", body, audience: "customers" });
  await publishes(world, { title: "Sextant for developers", body, audience: "developers" });
  await publishes(world, { title: "Sextant for agents", body, audience: "agents" });
  await likened(world);
  const ends = async (actor: Actor | null) => (await under(slug, actor)).map((title) => title.split(" ").at(-1)).sort();
  expect(await ends(null)).toEqual(["all"]);
  expect(await ends(world.customer)).toEqual(["all", "customers"]);
  expect(await ends({ ...world.developer, app: "customer" })).toEqual(["all", "customers"]);
  expect(await ends(world.rival)).toEqual(["all", "customers", "developers"]);
  expect(await ends(world.developer)).toEqual(["agents", "all", "customers", "developers"]);
  expect(await ends(world.admin)).toEqual(["agents", "all", "customers", "developers"]);
});

test("the same product comes first, what is about all products after it, another product not at all", async () => {
  const body = "The barometer falls before a storm; tap its glass and read the needle.";
  const { slug } = await publishes(world, { title: "Read a barometer", body, productId: world.productId });
  const platform = await publishes(world, { title: "Barometer in general", body: `${body} Read a barometer.` });
  await publishes(world, { title: "Barometer of the product", body, productId: world.productId });
  await publishes(world, { title: "Barometer of another", body, productId: await product() });
  await likened(world);
  expect(await under(slug)).toEqual(["Barometer of the product", "Barometer in general"]);
  expect(await under(platform.slug)).toHaveLength(3);
});

test("another text, and one that is gone, change what stands under the others", async () => {
  const body = "Wind the metronome and set its pendulum to the tempo.";
  const one = await publishes(world, { title: "Set a metronome", body });
  const other = await publishes(world, { title: "Wind a metronome", body });
  await likened(world);
  expect(await under(one.slug)).toEqual(["Wind a metronome"]);

  const developer = world.as(world.developer);
  await unpublishArticle(developer, { id: other.id });
  expect(await under(one.slug)).toEqual([]);
  await saves(developer, other.id, "Sharpen the chisel on a whetstone with oil.");
  await publishArticle(developer, { id: other.id, revision: 2 });
  await likened(world);
  expect(await under(one.slug)).toEqual([]);
});

test("what is changed while it is compared is compared again, and what fails waits alone", async () => {
  const body = "The gyroscope keeps its axis while the rotor spins.";
  const one = await publishes(world, { title: "Spin a gyroscope", body });
  const other = await publishes(world, { title: "Balance a gyroscope", body });
  await likened(world);
  const { prisma } = world.system.db;
  const { engines } = world.system;
  await saves(world.as(world.developer), one.id, body);
  await setDetails(world.as(world.developer), { id: one.id, kind: "tutorial" });
  await setDetails(world.as(world.developer), { id: other.id, kind: "tutorial" });
  await indexed(world);
  const like = engines.like.bind(engines);
  engines.like = async (query) => {
    if (query.without?.includes(`article:${one.id}`)) throw new Error("no");
    await prisma.articleToLiken.update({ where: { articleId: other.id }, data: { changes: { increment: 1 } } });
    return like(query);
  };
  await likenDue(world.system);
  engines.like = like;
  const left = await prisma.articleToLiken.findMany({ where: { articleId: { in: [one.id, other.id] } } });
  expect(left.map(({ articleId }) => articleId).sort()).toEqual([one.id, other.id].sort());
  expect(left.find(({ articleId }) => articleId === one.id)?.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000);
  await prisma.articleToLiken.updateMany({ data: { dueAt: new Date() } });
  await likened(world);
  expect(await under(one.slug)).toEqual(["Balance a gyroscope"]);
});

test("a new index has all compared anew", async () => {
  await likened(world);
  await rebuild(world.system, world.system.engines.own);
  const live = await world.system.db.prisma.article.count({ where: { publishedRevision: { not: null } } });
  expect(await world.system.db.prisma.articleToLiken.count()).toBe(live);
});
