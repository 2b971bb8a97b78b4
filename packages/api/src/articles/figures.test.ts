import { afterAll, beforeAll, expect, test } from "vitest";
import { publishes, reads } from "../testing/articles.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { countView } from "./count-view.ts";
import { readFigures } from "./figures.ts";
import { getArticle } from "./get.ts";
import { recordTicket } from "./record-ticket.ts";
import { vote } from "./vote.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

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
  expect((await readFigures(world.as(world.admin), { days: 1 })).totals.views).toBe(4);
  const theirs = readFigures(world.as(world.rival), { deskId: world.deskId, days: 30 });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
});
