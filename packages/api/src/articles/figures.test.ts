import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";
import { publishes, reads } from "../testing/articles.ts";
import { rowsRead } from "../testing/rows-read.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { countView } from "./count-view.ts";
import { readFigures } from "./figures.ts";
import { getArticle } from "./get.ts";
import { recordTicket } from "./record-ticket.ts";
import { refreshSums } from "./refresh-sums.ts";
import { vote } from "./vote.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const DAY = 86_400_000;

async function read() {
  const { id: articleId } = await publishes(world, { title: "Refunds" });
  for (let i = 0; i < 4; i++) await countView(reads(world, null, `n.${i}`), { id: articleId });
  await vote(reads(world, world.customer), { id: articleId, helpful: true });
  await vote(reads(world, world.stranger), { id: articleId, helpful: false, reason: "unclear" });
  const conversationId = await customersTicket(world);
  for (const kind of ["ended_in_ticket", "ended_in_ticket", "answered"] as const) {
    await recordTicket(world.system, { articleId, conversationId, kind });
  }
  const day = new Date();
  const avoided = { document: `article:${articleId}`, day, at: day };
  await world.system.db.prisma.avoidedTicket.create({ data: { personId: world.customer.personId, ...avoided } });
  return articleId;
}

test("editors see how articles do: every day, in all, and each of them; another desk sees nothing of it", async () => {
  const id = await read();
  await refreshSums(world.system);
  const figures = await readFigures(world.as(world.developer), { days: 30 });
  expect(figures.days).toHaveLength(30);
  const today = { day: new Date().toISOString().slice(0, 10), views: 4, helpful: 1, unhelpful: 1, tickets: 1 };
  expect(figures.days.at(-1)).toEqual(today);
  expect(figures.totals).toEqual({ views: 4, helpful: 0.5, tickets: 1, avoided: 1 });
  expect(figures.storage).toEqual({ used: 0, max: world.system.settings.deskStorage });
  const counts = { views: 4, helpful: 1, unhelpful: 1, tickets: 1, answered: 1 };
  expect(figures.articles).toEqual([{ id, title: "Refunds", ...counts }]);
  expect(figures.comments).toMatchObject([{ articleId: id, reason: "unclear", comment: null }]);
  expect(await getArticle(world.as(world.developer), { id })).toMatchObject({ views: 4, helpful: 0.5 });

  const others = await readFigures(world.as(world.rival), { days: 30 });
  expect(others.totals).toEqual({ views: 0, helpful: null, tickets: 0, avoided: 0 });
  expect([others.articles, others.comments]).toEqual([[], []]);
  const all = await readFigures(world.as(world.admin), { days: 7 });
  expect(all).toMatchObject({ totals: figures.totals, articles: figures.articles, comments: figures.comments });
  const theirs = readFigures(world.as(world.rival), { deskId: world.deskId, days: 30 });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
});

const at = (time: string): System => ({ ...world.system, clock: () => new Date(time) });

test("the days of desks are what happened on them, also when somebody thinks again; summing them anew changes nothing", async () => {
  const { id } = await publishes(world, { title: "Thought over" });
  const says = (time: string, helpful: boolean) =>
    vote({ ...reads(world, world.customer), system: at(time) }, { id, helpful });
  await says("2031-03-01T10:00:00Z", true);
  await says("2031-03-02T10:00:00Z", false);
  for (const visitor of ["a.1", "b.2"]) {
    await countView({ ...reads(world, null, visitor), system: at("2031-03-01T23:30:00Z") }, { id });
  }
  const known = async () => {
    const { rows } = await world.system.db.pool.query(
      `SELECT desk_id, day::text, sum(views)::int AS views, sum(helpful)::int AS helpful, sum(unhelpful)::int AS unhelpful,
         sum(tickets)::int AS tickets, sum(avoided)::int AS avoided
       FROM desk_day GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    return rows;
  };
  const counted = await known();
  const zeros = { tickets: 0, avoided: 0 };
  for (const desk_id of [world.deskId, "00000000-0000-0000-0000-000000000000"]) {
    expect(counted).toContainEqual({ desk_id, day: "2031-03-01", views: 2, helpful: 0, unhelpful: 0, ...zeros });
    expect(counted).toContainEqual({ desk_id, day: "2031-03-02", views: 0, helpful: 0, unhelpful: 1, ...zeros });
  }
  await world.system.db.pool.query("SELECT recount_desk_days()");
  expect(await known()).toEqual(counted);
});

/** Articles of the world's desk that somebody has read on each of the last days. */
async function readOften(count: number): Promise<void> {
  const { db } = world.system;
  const person = world.developer.personId;
  const article = { deskId: world.deskId, title: "Read", revision: 1, authorId: person, ownerId: person };
  const ids = Array.from({ length: count }, () => newId());
  await db.prisma.article.createMany({ data: ids.map((id) => ({ id, slug: id, ...article })) });
  const days = Array.from({ length: 10 }, (_, ago) => new Date(Date.now() - ago * DAY));
  const views = ids.flatMap((articleId) => days.map((day) => ({ articleId, day, views: 2 })));
  await db.prisma.articleDay.createMany({ data: views });
  await refreshSums(world.system);
  await db.pool.query("ANALYZE");
}

test("figures of ten times as many articles, read on as many days, read no more rows", async () => {
  await readOften(60);
  const figures = [world.developer, world.admin].map((actor) => () => readFigures(world.as(actor), { days: 30 }));
  const before = [];
  for (const work of figures) before.push(await rowsRead(world.system, work));
  await readOften(600);
  for (const [i, work] of figures.entries()) {
    const { rows, statements } = await rowsRead(world.system, work);
    expect(rows).toBeLessThan((before[i]?.rows ?? 0) * 1.3);
    expect(statements).toBeLessThanOrEqual(6);
  }
});

test("summed up again, an article is written only where something has happened with it", async () => {
  await readOften(3);
  const written = async () => {
    const { rows } = await world.system.db.pool.query(
      "SELECT article_id, days, xmin::text FROM article_sum ORDER BY 1, 2",
    );
    return rows as { article_id: string }[];
  };
  const before = await written();
  const { id } = await publishes(world);
  await countView(reads(world, null, "some.body"), { id });
  await refreshSums(world.system);
  const after = await written();
  expect(after.filter((row) => row.article_id !== id)).toEqual(before);
  expect(after.filter((row) => row.article_id === id)).toHaveLength(3);
});

test("what happened long ago is in no sum any more", async () => {
  const { id } = await publishes(world);
  await countView(reads(world, null, "once.only"), { id });
  await refreshSums(world.system);
  const sums = async () => {
    const rows = await world.system.db.prisma.articleSum.findMany({
      where: { articleId: id },
      orderBy: { days: "asc" },
    });
    return rows.map(({ days, views }) => [days, views]);
  };
  expect(await sums()).toEqual([7, 30, 90].map((days) => [days, 1]));
  for (const [later, left] of [
    [7, [30, 90]],
    [30, [90]],
    [90, []],
  ] as const) {
    await refreshSums(at(new Date(Date.now() + later * DAY).toISOString()));
    expect(await sums()).toEqual(left.map((days) => [days, 1]));
  }
});
