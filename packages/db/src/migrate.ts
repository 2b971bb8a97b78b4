import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { Problem } from "./problem.ts";

const FOLDER = join(import.meta.dirname, "../prisma/migrations");

/** Prisma's own lock and table (schema-engine, `sql-migration-connector`), so that `prisma migrate deploy` and we exclude and understand each other. */
const PRISMA_LOCK = 72707369;
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  checksum: string;
  finished_at: Date | null;
  migration_name: string;
}

/**
 * Brings a database to the newest schema: applies what is missing of the migrations, in order, each whole or not at all.
 *
 * @param folder where the migrations are; only tests give another.
 * @returns the names of those it applied.
 * @throws Problem when an applied migration was changed, is missing or has failed, or a new one fails.
 */
export async function migrate(url: string, folder = FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Freed with the connection; of two processes that start at once the second waits here and finds nothing to do.
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    const applied = await readApplied(client);
    refuseSurprises(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  await client.query("SET client_min_messages = warning");
  await client.query(PRISMA_TABLE);
  const { rows } = await client.query<Applied>(
    "SELECT checksum, finished_at, migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
}

function refuseSurprises(migrations: Migration[], applied: Applied[]): void {
  for (const row of applied) {
    const name = row.migration_name;
    const file = migrations.find((migration) => migration.name === name);
    if (!row.finished_at) {
      throw new Problem(
        `Migration ${name} failed before: repair the database, then mark it with "prisma migrate resolve".`,
      );
    }
    if (!file)
      throw new Problem(`The database has migration ${name}, which this version does not: run the newer version.`);
    if (file.checksum !== row.checksum) {
      throw new Problem(
        `Migration ${name} was changed after it was applied: restore the file and add a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ started: Date }>("SELECT clock_timestamp() AS started");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, rows[0]?.started],
    );
    await client.query("COMMIT");
  } catch (error) {
    // A lost connection rolls back by itself; its second error would hide the first.
    await client.query("ROLLBACK").catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`Migration ${name} failed and was undone, the data is as before: ${reason}.`);
  }
}
