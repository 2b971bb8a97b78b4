import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, publishes, reads } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { readFigures } from "./figures.ts";
import { readArticle } from "./read.ts";
import { refreshSums } from "./refresh-sums.ts";
import type { VoteInput } from "./schema.ts";
import { vote } from "./vote.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const votes = (articleId: string) => world.system.db.prisma.articleVote.findMany({ where: { articleId } });
const ownVote = async (slug: string, reader = reads(world)) => {
  const answer = await readArticle(reader, { slug });
  return "article" in answer ? answer.article.vote : undefined;
};

test("a reader has one vote, signed in or not, and the last one counts", async () => {
  const { id, slug } = await publishes(world);
  const customer = reads(world, world.customer);
  const visitor = reads(world, null, "one.a");
  await vote(customer, { id, helpful: true });
  await vote(customer, { id, helpful: false, reason: "wrong", comment: " It is the other menu. " });
  await vote(visitor, { id, helpful: true });
  await vote(reads(world, null, "one.b"), { id, helpful: true });
  expect(await votes(id)).toHaveLength(3);
  expect([await ownVote(slug, customer), await ownVote(slug, visitor), await ownVote(slug)]).toEqual([
    false,
    true,
    null,
  ]);
  await refreshSums(world.system);
  const figures = await readFigures(world.as(world.developer), { days: 7 });
  expect(figures.comments[0]).toMatchObject({ articleId: id, reason: "wrong", comment: "It is the other menu." });
  expect(figures.articles.find((row) => row.id === id)).toMatchObject({ helpful: 2, unhelpful: 1 });
});

test("what helped has no reason why it did not; whoever changes their mind takes it back", async () => {
  const { id } = await publishes(world);
  const customer = reads(world, world.customer);
  await vote(customer, { id, helpful: false, reason: "unclear" });
  await vote(customer, { id, helpful: true, reason: "unclear" });
  expect(await votes(id)).toMatchObject([{ helpful: true, reason: null, comment: null }]);
});

test("robots have no vote, and neither do those whose article it is", async () => {
  const { id } = await publishes(world);
  await vote(reads(world, null, ""), { id, helpful: true });
  await expect(vote(reads(world, world.developer), { id, helpful: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await votes(id)).toEqual([]);
  await vote(reads(world, world.rival), { id, helpful: true });
  expect(await votes(id)).toHaveLength(1);
});

test("nobody votes on what they may not read", async () => {
  const hidden = [await drafts(world), await publishes(world, { audience: "developers" })];
  for (const { id } of hidden) {
    for (const reader of [reads(world), reads(world, world.customer)]) {
      await expect(vote(reader, { id, helpful: true })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  }
});

const LIMITED = { code: "RATE_LIMITED", data: { retryAfterSeconds: expect.any(Number) } };

test("whoever changes their browser is still of the same network, which has so many votes an hour", async () => {
  const cast = async (input: Omit<VoteInput, "helpful">, from: number, to: number) => {
    for (let i = from; i < to; i++) await vote(reads(world, null, `spam.${i}`), { ...input, helpful: false });
  };
  const { id } = await publishes(world);
  await cast({ id }, 0, 60);
  await expect(cast({ id }, 60, 61)).rejects.toMatchObject(LIMITED);
  expect(await votes(id)).toHaveLength(60);
  // Somebody else is not held up by it.
  await vote(reads(world, null, "other.a"), { id, helpful: true });
  await vote(reads(world, world.customer), { id, helpful: true });
  expect(await votes(id)).toHaveLength(62);
});

test("from however many networks, an article takes so many votes of visitors an hour; people still have theirs", async () => {
  const { id } = await publishes(world);
  for (let i = 0; i < 200; i++) await vote(reads(world, null, `net${i}.a`), { id, helpful: false });
  await expect(vote(reads(world, null, "net201.a"), { id, helpful: false })).rejects.toMatchObject(LIMITED);
  await vote(reads(world, world.stranger), { id, helpful: true });
  expect(await votes(id)).toHaveLength(201);
});

test("what limits are counted by leads to no reader", async () => {
  const { id } = await publishes(world);
  await vote(reads(world, world.stranger), { id, helpful: true });
  await vote(reads(world, null, "canary-network.canary"), { id, helpful: true });
  const limits = JSON.stringify(await world.system.db.prisma.rateLimit.findMany());
  expect(limits).not.toContain(world.stranger.personId);
  expect(limits).not.toContain("canary");
});
