import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { type TestDatabase, testDatabase } from "./testing/database.ts";

const MIGRATIONS = join(import.meta.dirname, "../prisma/migrations");

let database: TestDatabase;
let client: pg.Client;
let folder: string;

beforeEach(async () => {
  database = await testDatabase("nothing");
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), "mintreu-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
});

afterEach(async () => {
  await client.end();
  await database.close();
  rmSync(folder, { recursive: true });
});

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  return rows.map((row) => row.relname);
}

test("applies every migration, and a second time nothing", async () => {
  const first = await migrate(database.url);
  expect(first[0]).toMatch(/_init$/);
  expect(await tables()).toContain("conversation");
  expect(await migrate(database.url)).toEqual([]);
});

test("two processes that migrate at once apply each migration once", async () => {
  const [one, other] = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect([one.length, other.length].sort()).toEqual([0, one.length + other.length]);
});

test("writes down what it did as Prisma does", async () => {
  const names = await migrate(database.url);
  const { rows } = await client.query("SELECT * FROM _prisma_migrations ORDER BY migration_name");
  expect(rows.map((row) => row.migration_name)).toEqual(names);
  const file = readFileSync(join(MIGRATIONS, names[0] ?? "", "migration.sql"));
  expect(rows[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    checksum: createHash("sha256").update(file).digest("hex"),
    finished_at: expect.any(Date),
    migration_name: names[0],
    logs: null,
    rolled_back_at: null,
    started_at: expect.any(Date),
    applied_steps_count: 1,
  });
});

test("refuses an applied migration that was changed", async () => {
  const [name = ""] = await migrate(database.url, folder);
  appendFileSync(join(folder, name, "migration.sql"), "-- changed\n");
  await expect(migrate(database.url, folder)).rejects.toThrow(`Migration ${name} was changed after it was applied`);
});

test("refuses a database that is newer than the code", async () => {
  addMigration("29990101000000_later", "CREATE TABLE later (id int)");
  await migrate(database.url, folder);
  await expect(migrate(database.url)).rejects.toThrow("run the newer version");
});

test("a migration that fails leaves nothing behind and is tried again", async () => {
  addMigration("29990101000000_broken", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrate(database.url, folder)).rejects.toThrow("29990101000000_broken failed and was undone");
  expect(await tables()).not.toContain("half");
  writeFileSync(join(folder, "29990101000000_broken/migration.sql"), "CREATE TABLE half (id int)");
  expect(await migrate(database.url, folder)).toEqual(["29990101000000_broken"]);
});

test("refuses a database in which Prisma left a failed migration", async () => {
  const [name] = await migrate(database.url);
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [name]);
  await expect(migrate(database.url)).rejects.toThrow(`Migration ${name} failed before`);
});
