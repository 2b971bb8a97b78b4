import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCatalog } from "../testing/catalog.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedConversations } from "./bulk.ts";
import { seedDemo } from "./demo.ts";
import { INVARIANTS } from "./testing/invariants.ts";

const FIRST = 3000;
const SECOND = 500;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await seedDemo(client);
});

afterAll(async () => {
  await client.end();
  await database.close();
});

async function count(sql: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM (${sql}) q`);
  return rows[0]?.count ?? 0;
}

test("adds as many as asked for, in all statuses, and leaves every index and trigger as it was", async () => {
  const catalog = await readCatalog(database.url);
  const progress: number[] = [];
  await seedConversations(client, FIRST, (done) => progress.push(done));
  expect(progress.at(-1)).toBe(FIRST);
  expect(await count("SELECT FROM conversation")).toBe(120 + FIRST);
  expect(await count("SELECT DISTINCT status FROM conversation WHERE number > 1120")).toBe(6);
  expect(await readCatalog(database.url)).toEqual(catalog);
});

test("a second load, smaller than what is there, adds to it", async () => {
  await seedConversations(client, SECOND);
  expect(await count("SELECT FROM conversation")).toBe(120 + FIRST + SECOND);
});

test("a customer has about 25 conversations, a conversation about 10 events, one in twelve is open", async () => {
  const bulk = "SELECT * FROM conversation WHERE number > 1120";
  const customers = await count(`SELECT DISTINCT requester_id FROM (${bulk}) c`);
  expect((FIRST + SECOND) / customers).toBeCloseTo(25, 0);
  const events = await count("SELECT FROM event JOIN conversation c ON c.id = conversation_id WHERE number > 1120");
  expect(events / (FIRST + SECOND)).toBeGreaterThan(9);
  expect(events / (FIRST + SECOND)).toBeLessThan(12);
  const open = await count(`SELECT FROM (${bulk}) c WHERE status NOT IN ('resolved', 'closed')`);
  expect(open / (FIRST + SECOND)).toBeGreaterThan(0.06);
  expect(open / (FIRST + SECOND)).toBeLessThan(0.1);
});

describe("every invariant of the demo holds", () => {
  test.each(Object.entries(INVARIANTS))("%s", async (_, sql) => {
    expect((await client.query(sql)).rows).toEqual([]);
  });
});

test("every foreign key that was left out holds", async () => {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f'`);
  expect(rows.length).toBeGreaterThan(20);
  for (const { table, name, definition } of rows) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} ${definition}`);
  }
});

test("a load that fails leaves nothing behind", async () => {
  const before = await count("SELECT FROM person");
  const failing = seedConversations(client, FIRST * 2, () => {
    throw new Error("stopped");
  });
  await expect(failing).rejects.toThrow("stopped");
  expect(await count("SELECT FROM person")).toBe(before);
  expect(await count("SELECT FROM conversation")).toBe(120 + FIRST + SECOND);
});
