import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { archiveArticle } from "../articles/archive.ts";
import type { System } from "../core/system.ts";
import { publishes } from "../testing/articles.ts";
import { MemoryEngine } from "../testing/memory-engine.ts";
import { finds, searches } from "../testing/search.ts";
import { opens, says } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { Engines } from "./engines.ts";
import { type RunningIndexer, startIndexer } from "./indexer.ts";

let world: World;
let indexer: RunningIndexer;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await indexer.stop();
  await world.close();
});

const ticket = (subject: string) => opens(world.as(world.customer), { productId: world.productId, subject });
const waiting = async () => {
  const { prisma } = world.system.db;
  return (await prisma.outbox.count({ where: { name: "search.index" } })) + (await prisma.searchPending.count());
};
const settled = (within = 15_000) => expect.poll(waiting, { timeout: within, interval: 20 }).toBe(0);
const found = (text: string) => finds(world, world.customer, text);

describe("with the engine of our database", () => {
  beforeEach(() => {
    indexer = startIndexer(world.system);
  });

  test("what is written is found within a second, from idle and in a row", async () => {
    const id = await ticket("Lag");
    const lags: number[] = [];
    for (let i = 0; i < 60; i++) {
      const word = `zephyr${i}`;
      await says(world.as(world.customer), id, `It is ${word}.`);
      const written = performance.now();
      await expect.poll(() => found(word), { timeout: 5_000, interval: 5 }).toEqual([`conversation:${id}`]);
      lags.push(performance.now() - written);
    }
    lags.sort((a, b) => a - b);
    console.info(`index lag: p50 ${lags[30]?.toFixed(0)} ms, worst of 60 ${lags.at(-1)?.toFixed(0)} ms`);
    expect(lags.at(-1)).toBeLessThan(1_000);
  }, 60_000);

  test("an article is found once it is published and not once it is archived", async () => {
    const { id } = await publishes(world, { title: "Lighthouse keeping", audience: "public" });
    await expect.poll(() => found("lighthouse"), { timeout: 2_000 }).toEqual([`article:${id}`]);
    await archiveArticle(world.as(world.developer), { id });
    await settled();
    expect((await searches(world, world.developer, "lighthouse")).total).toBe(0);
  });

  test("one thing that cannot be indexed holds up nothing else, and is there once it can be", async () => {
    await settled();
    await indexer.stop();
    const { own } = world.system.engines;
    const writeIn = own.writeIn.bind(own);
    const poison = await ticket("Poison");
    own.writeIn = async (client, documents, removed) => {
      // As a fault of a statement does it: the transaction is of no use any more.
      if (documents.some(({ id }) => id.includes(poison))) await client.query("SELECT 1 / 0");
      await writeIn(client, documents, removed);
    };
    const others = await Promise.all(Array.from({ length: 12 }, (_, i) => ticket(`Wholesome ${i}`)));
    indexer = startIndexer(world.system);
    await expect.poll(() => found("wholesome"), { timeout: 5_000 }).toHaveLength(10);
    expect(others).toHaveLength(12);
    expect(await world.system.db.prisma.searchPending.findMany()).toMatchObject([
      { thingId: poison, engine: "postgres" },
    ]);
    own.writeIn = writeIn;
    await settled();
    expect(await found("poison")).toEqual([`conversation:${poison}`]);
  }, 30_000);

  test("two that index at once leave the newest state", async () => {
    const second = startIndexer(world.system);
    const id = await ticket("Twice");
    for (let i = 0; i < 40; i++) await says(world.as(world.customer), id, `Round ${i} of tworound${i}.`);
    await settled();
    await second.stop();
    expect(await found("tworound39")).toEqual([`conversation:${id}`]);
    expect(await found("tworound0")).toEqual([`conversation:${id}`]);
  }, 30_000);
});

describe("with another engine beside it", () => {
  let other: MemoryEngine;
  let system: System;
  const held = () => [...other.documents.keys()].filter((id) => id.startsWith("conversation:"));
  const asked = (text: string) => searches({ ...world, system: { ...world.system, ...system } }, world.customer, text);

  beforeEach(() => {
    other = new MemoryEngine();
    system = { ...world.system, engines: new Engines(world.system.engines.own, other) };
    indexer = startIndexer(system);
  });

  test("it answers, and holds what ours holds", async () => {
    const id = await ticket("Sextant");
    await settled();
    expect(await asked("sextant")).toMatchObject({ engine: "typesense", degraded: false, total: 1 });
    expect(held()).toEqual([`conversation:${id}:public`]);
  });

  test("while it is away or hangs, people write as ever, search answers from PostgreSQL and says so, and it catches up", async () => {
    await settled();
    other.away = true;
    const id = await ticket("Barometer");
    await expect.poll(async () => (await asked("barometer")).total, { timeout: 5_000 }).toBe(1);
    expect(await asked("barometer")).toMatchObject({ engine: "postgres", degraded: true });
    expect(held()).toEqual([]);
    other.away = false;
    await settled(60_000);
    expect(held()).toEqual([`conversation:${id}:public`]);
    await expect.poll(async () => (await asked("barometer")).degraded, { timeout: 10_000 }).toBe(false);

    other.hangs = true;
    const started = performance.now();
    expect(await asked("barometer")).toMatchObject({ engine: "postgres", degraded: true, total: 1 });
    expect(performance.now() - started).toBeLessThan(1_500);
    // It is not asked again with every key.
    const { searches: before } = other;
    for (let i = 0; i < 5; i++) await asked("barometer");
    expect(other.searches).toBe(before);
    other.hangs = false;
  }, 90_000);

  test("one document that it refuses holds up nothing else", async () => {
    await expect.poll(() => world.system.db.prisma.searchFilling.count(), { timeout: 10_000 }).toBe(2);
    await indexer.stop();
    const bad = await ticket("Refused");
    other.refuses = bad;
    indexer = startIndexer(system);
    const good = await Promise.all(Array.from({ length: 8 }, (_, i) => ticket(`Taken ${i}`)));
    await expect.poll(() => held().length, { timeout: 15_000 }).toBe(good.length);
    other.refuses = null;
    await expect.poll(() => held().length, { timeout: 40_000 }).toBe(good.length + 1);
    await settled();
  }, 60_000);
});
