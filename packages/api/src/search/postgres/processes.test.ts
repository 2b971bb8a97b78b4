import { createDatabase, type Database } from "@mintreu/db/client";
import { type TestDatabase, testDatabase } from "@mintreu/db/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, document, idsOf } from "../testing/documents.ts";
import { PACK_AT, packLive } from "./pack.ts";
import { PostgresEngine } from "./postgres-engine.ts";

let database: TestDatabase;
let db: Database;
/** As many processes have each their own, with what each has at hand. */
let one: PostgresEngine;
let other: PostgresEngine;

beforeAll(async () => {
  database = await testDatabase();
  db = createDatabase(database.url, { connections: 20 });
  [one, other] = [new PostgresEngine(db.pool), new PostgresEngine(db.pool)];
});

afterAll(async () => {
  await db.close();
  await database.close();
});

const some = (count: number, word: string, about = {}) =>
  Array.from({ length: count }, (_, index) =>
    document({ id: `article:${word}:${index}`, title: `${word} ${index}`, ...about }),
  );

test("what one process wrote, the next search of another finds, packed or not", async () => {
  for (let round = 0; round < 12; round++) {
    await one.write(some(40, "barley").slice(0, 20 + round), []);
    expect((await ask(other, "barley")).total).toBe(20 + round);
    if (round % 3 === 0) await packLive(db.pool);
  }
});

test("packing changes nothing of what is found", async () => {
  await one.write(some(3 * PACK_AT, "sorghum"), []);
  const before = await ask(one, "sorghum 17", { limit: 50 });
  await packAll();
  expect(await ask(one, "sorghum 17", { limit: 50 })).toEqual(before);
  expect(await ask(other, "sorghum 17", { limit: 50 })).toEqual(before);
});

test("segments become one when there are enough, and what is gone takes no room in it", async () => {
  for (let round = 0; round < 10; round++) {
    await one.write(some(PACK_AT, `millet${round}`), []);
    await packAll();
  }
  expect(await segments()).toBeLessThan(10);
  await one.write(
    [],
    some(PACK_AT, "millet3").map(({ id }) => id),
  );
  await packLive(db.pool);
  expect((await ask(other, "millet3 ")).total).toBe(0);
  expect((await ask(other, "millet4 ")).total).toBe(PACK_AT);
  const all = Array.from({ length: 10 }, (_, round) => some(PACK_AT, `millet${round}`)).flat();
  await one.write(
    [],
    [...all, ...some(40, "barley"), ...some(3 * PACK_AT, "sorghum")].map(({ id }) => id),
  );
  await packAll();
  expect(await segments()).toBe(0);
});

test("while many write the same and one packs, nothing is lost, nothing is twice, nobody waits for ever", async () => {
  const documents = some(200, "rye");
  await one.write(documents, []);
  const writers = Array.from({ length: 12 }, async (_, writer) => {
    const engine = writer % 2 ? one : other;
    for (let turn = 0; turn < 6; turn++) {
      const from = (writer * 31 + turn * 57) % 150;
      await engine.write(
        documents.slice(from, from + 30).map((each) => ({ ...each, body: `turn${turn}` })),
        [],
      );
    }
  });
  let writing = true;
  const packing = (async () => {
    while (writing) await packLive(db.pool);
  })();
  const searching = (async () => {
    while (writing) expect((await ask(other, "rye")).total).toBe(200);
  })();
  await Promise.all(writers).finally(() => {
    writing = false;
  });
  await Promise.all([packing, searching]);
  expect((await ask(one, "rye", { limit: 50 })).total).toBe(200);
});

test("what a transaction wrote is found when it commits, and never when it does not", async () => {
  const client = await db.pool.connect();
  await client.query("BEGIN");
  await one.writeIn(client, [document({ id: "article:spelt", title: "Spelt" })], []);
  expect(await idsOf(one, "spelt")).toEqual([]);
  await client.query("ROLLBACK");
  expect(await idsOf(one, "spelt")).toEqual([]);
  await client.query("BEGIN");
  await one.writeIn(client, [document({ id: "article:spelt", title: "Spelt" })], []);
  await client.query("COMMIT");
  client.release();
  expect(await idsOf(one, "spelt")).toEqual(["article:spelt"]);
});

test("a rebuild that died holds nobody up, and leaves nothing behind", async () => {
  const dying = createDatabase(database.url, { connections: 2 });
  const rebuilding = await new PostgresEngine(dying.pool).rebuild();
  await rebuilding.add(some(20, "teff"));
  await db.pool.query(
    `SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
     WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.pid <> pg_backend_pid()`,
  );
  await expect(rebuilding.add(some(1, "teff"))).rejects.toThrow();
  const next = await one.rebuild();
  await next.add(some(5, "teff"));
  await next.swap();
  expect((await ask(other, "teff")).total).toBe(5);
  await rebuilding.abandon().catch(() => {});
  await dying.close();
});

test("an abandoned rebuild leaves no row", async () => {
  const rebuilding = await one.rebuild();
  await rebuilding.add(some(20, "fonio"));
  await rebuilding.abandon();
  const { rows } = await db.pool.query("SELECT FROM search_document WHERE document_id LIKE 'article:fonio:%'");
  expect(rows).toEqual([]);
  expect(await number("SELECT count(*) FROM search_generation WHERE state = 'building'")).toBe(0);
});

/** One that packs already leaves nothing to do but to look again. */
async function packAll(): Promise<void> {
  while ((await number("SELECT count(*) FROM search_fresh")) >= PACK_AT) await packLive(db.pool);
  await packLive(db.pool);
}

function segments(): Promise<number> {
  return number("SELECT count(*) FROM search_segment WHERE retired_at IS NULL");
}

async function number(text: string): Promise<number> {
  return Number((await db.pool.query<{ count: string }>(text)).rows[0]?.count);
}
