import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordTicket } from "../articles/record-ticket.ts";
import type { JobPayloads } from "../core/jobs.ts";
import { drafts, publishes } from "../testing/articles.ts";
import { opens } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { getConversation } from "./get.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function asked(conversationId: string) {
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name: "articles.asked" } });
  const payloads = rows.map(({ payload }) => payload as unknown as JobPayloads["articles.asked"]);
  return payloads.filter((payload) => payload.conversationId === conversationId);
}

test("an agent sees which article the requester had read, and it is counted once as ending in a ticket", async () => {
  const article = await publishes(world);
  const id = await opens(world.as(world.customer), { productId: world.productId, articleId: article.id });
  for (const actor of [world.customer, world.developer]) {
    const { events } = await getConversation(world.as(actor), { id });
    expect(events[0]?.data).toEqual({ body: "It does not start.", article: { ...article, title: "Move a licence" } });
  }
  const [job] = await asked(id);
  expect(job).toEqual({ articleId: article.id, conversationId: id });
  for (let i = 0; i < 2; i++)
    await recordTicket(world.system, { articleId: article.id, conversationId: id, kind: "ended_in_ticket" });
  const tickets = await world.system.db.prisma.articleTicket.findMany({ where: { articleId: article.id } });
  expect(tickets).toMatchObject([{ conversationId: id, kind: "ended_in_ticket" }]);
});

test("an article that the requester may not read is neither named nor counted", async () => {
  const unreadable = [
    (await drafts(world)).id,
    (await publishes(world, { audience: "developers" })).id,
    (await publishes(world, { audience: "agents" })).id,
    randomUUID(),
  ];
  for (const articleId of unreadable) {
    const id = await opens(world.as(world.customer), { productId: world.productId, articleId });
    const { events } = await getConversation(world.as(world.developer), { id });
    expect(events[0]?.data).toEqual({ body: "It does not start." });
    expect(await asked(id)).toEqual([]);
  }
});

test("a question without one says nothing of any article, and one that was refused neither", async () => {
  const { id: articleId } = await publishes(world);
  const id = await opens(world.as(world.customer), { productId: null });
  expect(await asked(id)).toEqual([]);
  const before = await world.system.db.prisma.outbox.count({ where: { name: "articles.asked" } });
  const foreign = opens(world.as(world.customer), { productId: randomUUID(), articleId });
  await expect(foreign).rejects.toThrow("NOT_FOUND");
  expect(await world.system.db.prisma.outbox.count({ where: { name: "articles.asked" } })).toBe(before);
});

test("the same question sent twice is one conversation, counted once", async () => {
  const { id: articleId } = await publishes(world);
  const clientId = randomUUID();
  const ask = () => opens(world.as(world.customer), { productId: null, articleId, clientId });
  const id = await ask();
  expect(await ask()).toBe(id);
  expect(await asked(id)).toHaveLength(1);
});
