import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { System } from "../core/system.ts";
import { drafts, publishes } from "../testing/articles.ts";
import { MemoryEngine } from "../testing/memory-engine.ts";
import { finds, indexed, searches } from "../testing/search.ts";
import { notes, opens, says } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { Engines } from "./engines.ts";
import { startIndexer } from "./indexer.ts";
import { type Progress, rebuild } from "./rebuild.ts";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const own = () => world.system.engines.own;
const ticket = (subject: string) => opens(world.as(world.customer), { productId: world.productId, subject });
/** A word that none of the others is like. */
const wordOf = (i: number) => createHash("sha256").update(`${i}`).digest("hex").replace(/\d/g, "q").slice(0, 12);
const waiting = () => world.system.db.prisma.outbox.count({ where: { name: "search.index" } });

test("a rebuild finds everything there is, tells how far it is, and is written down", async () => {
  const conversation = await ticket("Kaleidoscope");
  await notes(world.as(world.developer), conversation, "Kaleidoscope note with obsidian.");
  const { id: article } = await publishes(world, { title: "Kaleidoscope article" });
  const { id: draft } = await drafts(world, { title: "Kaleidoscope draft" });
  // Nothing was ever told to the index: as after a restore, or a seed.
  await world.system.db.prisma.outbox.deleteMany();
  expect(await finds(world, world.developer, "kaleidoscope")).toEqual([]);
  const steps: Progress[] = [];
  await rebuild(world.system, own(), { onProgress: (progress) => steps.push({ ...progress }) });
  expect((await finds(world, world.developer, "kaleidoscope")).sort()).toEqual(
    [`article:${article}`, `article:${draft}`, `conversation:${conversation}`].sort(),
  );
  expect(await finds(world, world.customer, "obsidian")).toEqual([]);
  expect(steps[0]).toMatchObject({ done: 0 });
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
  expect(await world.system.db.prisma.searchFilling.findMany()).toMatchObject([{ engine: "postgres" }]);
});

test("while it runs people write and search, nothing goes missing, and in the end everything is as it was written", async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, (_, i) => ticket(`Begun ${i}`)));
  await indexed(world);
  await rebuild(world.system, own());
  const indexer = startIndexer(world.system);
  let rebuilding = true;
  const writing = (async () => {
    for (let i = 0; rebuilding || i < 30; i++)
      await says(world.as(world.customer), ids[i % 30] ?? "", `Said ${wordOf(i)}.`);
  })();
  const searching = (async () => {
    while (rebuilding) expect((await searches(world, world.customer, "begun")).total).toBe(30);
  })();
  for (let i = 0; i < 3; i++) await rebuild(world.system, own());
  rebuilding = false;
  await Promise.all([writing, searching]);
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  for (const i of [0, 7, 29]) expect(await finds(world, world.customer, wordOf(i))).toHaveLength(1);
  expect((await searches(world, world.customer, "begun")).total).toBe(30);
  await indexer.stop();
}, 60_000);

test("one that is stopped leaves everything as it was, and the next one can begin", async () => {
  const id = await ticket("Untouched");
  await indexed(world);
  const stop = new AbortController();
  const stopped = rebuild(world.system, own(), { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toThrow();
  expect(await finds(world, world.customer, "untouched")).toEqual([`conversation:${id}`]);
  expect(await world.system.db.prisma.searchFilling.count()).toBe(0);
  await rebuild(world.system, own());
  expect(await finds(world, world.customer, "untouched")).toEqual([`conversation:${id}`]);
});

test("the worker fills what was never filled, and what another engine has lost", async () => {
  const id = await ticket("Forgotten");
  await world.system.db.prisma.outbox.deleteMany();
  const other = new MemoryEngine();
  const system: System = { ...world.system, engines: new Engines(own(), other) };
  const first = startIndexer(system);
  await expect
    .poll(() => finds(world, world.customer, "forgotten"), { timeout: 10_000 })
    .toEqual([`conversation:${id}`]);
  await expect.poll(() => world.system.db.prisma.searchFilling.count(), { timeout: 10_000 }).toBe(2);
  await first.stop();
  expect(other.documents.has(`conversation:${id}:public`)).toBe(true);

  other.documents.clear();
  const { builtAt } = await world.system.db.prisma.searchFilling.findUniqueOrThrow({ where: { engine: "postgres" } });
  const second = startIndexer(system);
  await expect.poll(() => other.documents.has(`conversation:${id}:public`), { timeout: 10_000 }).toBe(true);
  await second.stop();
  // Ours was there: it is left alone.
  const after = await world.system.db.prisma.searchFilling.findUniqueOrThrow({ where: { engine: "postgres" } });
  expect(after.builtAt).toEqual(builtAt);
});
