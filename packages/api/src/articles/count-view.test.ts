import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, publishes, reads } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { countView } from "./count-view.ts";
import { readHome } from "./home.ts";
import { refreshSums } from "./refresh-sums.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function views(articleId: string) {
  const days = await world.system.db.prisma.articleDay.findMany({ where: { articleId } });
  return days.reduce((sum, day) => sum + day.views, 0);
}
const later = (hours: number) => {
  const system = { ...world.system, clock: () => new Date(Date.now() + hours * 3_600_000) };
  return { ...world, system };
};

test("a reader who loads a page again and again is one view, and one more after an hour", async () => {
  const { id } = await publishes(world);
  for (let i = 0; i < 5; i++) await countView(reads(world), { id });
  await Promise.all(Array.from({ length: 5 }, () => countView(reads(world, world.customer), { id })));
  expect(await views(id)).toBe(2);
  await countView(reads(later(2)), { id });
  expect(await views(id)).toBe(3);
});

test("those whose article it is, and robots, are not counted", async () => {
  const { id } = await publishes(world);
  await countView(reads(world, world.developer), { id });
  await countView(reads(world, null, ""), { id });
  expect(await views(id)).toBe(0);
  await countView(reads(world, world.rival), { id });
  expect(await views(id)).toBe(1);
});

test("a hundred readers at once are a hundred views", async () => {
  const { id } = await publishes(world);
  await Promise.all(Array.from({ length: 100 }, (_, i) => countView(reads(world, null, `${i}.b`), { id })));
  expect(await views(id)).toBe(100);
});

test("one network that makes up a browser for each view counts as much as an office, and fills no table", async () => {
  const { id } = await publishes(world);
  const before = await world.system.db.prisma.rateLimit.count();
  for (let i = 0; i < 100; i++) await countView(reads(world, null, `network.${i}`), { id });
  expect(await views(id)).toBe(60);
  expect((await world.system.db.prisma.rateLimit.count()) - before).toBe(61);
});

test("what one may not read is not counted, and not found", async () => {
  const hidden = [await drafts(world), await publishes(world, { audience: "customers" })];
  for (const { id } of hidden) {
    await expect(countView(reads(world), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await views(id)).toBe(0);
  }
});

test("what was read most lately stands first on the start page", async () => {
  const before = await publishes(world, { title: "Once" });
  const now = await publishes(world, { title: "Now" });
  const on = (articleId: string, daysAgo: number, count: number) =>
    world.system.db.prisma.articleDay.create({
      data: { articleId, day: new Date(Date.now() - daysAgo * 86_400_000), views: count },
    });
  await on(before.id, 40, 100_000);
  await on(now.id, 3, 10_000);
  await refreshSums(world.system);
  const titles = (await readHome(reads(world), {})).popular.map(({ title }) => title);
  expect(titles[0]).toBe("Now");
  // What was read long ago stands with what nobody reads.
  expect(titles.indexOf("Once")).toBeGreaterThan(titles.indexOf("Move a licence"));
});
