import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "./client.ts";
import { migrate } from "./migrate.ts";
import { type OwnPostgres, startOwnPostgres } from "./testing/database.ts";

let postgres: OwnPostgres;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  await migrate(postgres.url);
});

afterAll(() => postgres.stop());

test("outlives a restart of PostgreSQL, idle and lent connections alike", async () => {
  const lost: Error[] = [];
  const database = createDatabase(postgres.url, { onLost: (error) => lost.push(error) });
  expect(await database.prisma.person.count()).toBe(0);
  const lent = await database.pool.connect();
  await postgres.restart();
  await expect(lent.query("SELECT 1")).rejects.toThrow();
  lent.release(true);
  expect(await database.prisma.person.count()).toBe(0);
  expect(lost.length).toBeGreaterThan(0);
  await database.close();
});
