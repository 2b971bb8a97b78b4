import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reads } from "../../testing/articles.ts";
import { rowsRead } from "../../testing/rows-read.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { deleteOldSearches } from "./delete-old.ts";
import { searchFigures } from "./figures.ts";
import { finished } from "./finished.ts";
import { endedInTicket, helped, opened } from "./outcome.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.system.db.pool.query("TRUNCATE search_log, rate_limit");
});

const rows = () => world.system.db.prisma.searchLog.findMany({ orderBy: { id: "asc" } });
const searched = async (text: string, found = 3) => {
  const { searchId } = await finished(reads(world, world.customer), { text, found });
  if (!searchId) throw new Error("this search is kept");
  return searchId;
};

test("a finished search is kept without who it was", async () => {
  await searched("  Move   LICENCE ", 4);
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ query: "move licence", app: "customer", found: 4, outcome: "none" });
  expect(JSON.stringify(row)).not.toContain(world.customer.personId);
});

test("addresses, long numbers and pasted texts are not kept", async () => {
  const reader = reads(world, world.customer);
  for (const text of ["cleo@example.com", "order 123456789", "my whole story ".repeat(20), "  ", "\0"])
    expect(await finished(reader, { text, found: 0 })).toEqual({ searchId: null });
  expect(await rows()).toEqual([]);
});

test("what came of a search is the furthest that happened", async () => {
  const reader = reads(world, world.customer);
  const ids = [await searched("a"), await searched("b"), await searched("c"), await searched("d")] as const;
  for (const searchId of ids.slice(1)) {
    await opened(reader, { searchId, document: "article:one", place: 2 });
    await opened(reader, { searchId, document: "article:two", place: 5 });
  }
  await helped(reader, { searchId: ids[2] });
  await helped(reader, { searchId: ids[0] });
  await endedInTicket(reader, { searchId: ids[3] });
  await opened(reader, { searchId: ids[3], document: "article:late", place: 1 });
  expect(await rows()).toMatchObject([
    { outcome: "none", opened: null },
    { outcome: "opened", opened: "article:one", place: 2 },
    { outcome: "helped" },
    { outcome: "ticket", opened: "article:one" },
  ]);
  await opened(reader, { searchId: randomUUID(), document: "article:one", place: 1 });
});

test("nobody can fill the figures: neither a person nor a network that changes its browser", async () => {
  for (const reader of [reads(world, world.customer), reads(world, null, "net.browser")]) {
    const tells = Array.from({ length: 130 }, (_, i) => {
      const visitor = reader.actor ? "" : `net.browser-${i}`;
      return finished({ ...reader, visitor }, { text: "again", found: 0 });
    });
    const refused = (await Promise.allSettled(tells)).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(10);
  }
  expect(await finished(reads(world, world.stranger), { text: "again", found: 0 })).not.toEqual({ searchId: null });
});

test("figures have every day, and say what searches led to", async () => {
  const reader = reads(world, world.customer);
  const [one, two] = [await searched("refund"), await searched("refund")];
  await searched("nothing here", 0);
  await opened(reader, { searchId: one, document: "article:one", place: 1 });
  await helped(reader, { searchId: one });
  await opened(reader, { searchId: two, document: "article:one", place: 1 });
  await endedInTicket(reader, { searchId: two });
  const { days, top } = await searchFigures(world.as(world.admin), { days: 7 });
  expect(days).toHaveLength(7);
  expect(days.at(-1)).toEqual({
    ...{ day: new Date().toISOString().slice(0, 10), searches: 3, opened: 2, helped: 1, tickets: 1, misses: 1 },
  });
  expect(days[0]).toMatchObject({ searches: 0, opened: 0, helped: 0, tickets: 0, misses: 0 });
  expect(top[0]).toEqual({ query: "refund", times: 2, opened: 2, tickets: 1 });
});

test("what no figure shows any more is deleted", async () => {
  await searched("old");
  await searched("new");
  const [old] = await rows();
  await world.system.db.prisma.searchLog.update({ where: { id: old?.id ?? "" }, data: { at: new Date("2020-01-01") } });
  await deleteOldSearches(world.system);
  expect((await rows()).map(({ query }) => query)).toEqual(["new"]);
});

test("many old searches go in batches, each a statement of its own", async () => {
  const { pool } = world.system.db;
  const person = world.customer.personId;
  await pool.query(
    `INSERT INTO search_log (id, query, app, found, at)
     SELECT gen_random_uuid(), 'words', 'customer', 1, '2020-01-01' FROM generate_series(1, 25)`,
  );
  await pool.query(
    `INSERT INTO avoided_ticket (person_id, day, document, at)
     SELECT $1, date '2020-01-01' + n, 'link:' || n, '2020-01-01' FROM generate_series(1, 20) n`,
    [person],
  );
  await searched("new");
  const { statements } = await rowsRead(world.system, () => deleteOldSearches(world.system, 10));
  expect(statements).toBe(3 + 3);
  expect((await rows()).map(({ query }) => query)).toEqual(["new"]);
  expect(await world.system.db.prisma.avoidedTicket.count({ where: { personId: person } })).toBe(0);
});
