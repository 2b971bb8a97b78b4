import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { opens } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const asked = async (conversationId: string) => {
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name: "articles.asked" } });
  return rows.map(({ payload }) => payload).filter((payload) => JSON.stringify(payload).includes(conversationId));
};

test("a question after an article is committed together with the word that the article was read", async () => {
  const articleId = randomUUID();
  const id = await opens(world.as(world.customer), { productId: null, articleId });
  expect(await asked(id)).toEqual([{ articleId, conversationId: id }]);
});

test("a question without one says nothing of any article, and one that was refused neither", async () => {
  const id = await opens(world.as(world.customer), { productId: null });
  expect(await asked(id)).toEqual([]);
  const before = await world.system.db.prisma.outbox.count({ where: { name: "articles.asked" } });
  const foreign = opens(world.as(world.customer), { productId: randomUUID(), articleId: randomUUID() });
  await expect(foreign).rejects.toThrow("NOT_FOUND");
  expect(await world.system.db.prisma.outbox.count({ where: { name: "articles.asked" } })).toBe(before);
});
