import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type RunningPostgres, startPostgres } from "../postgres.ts";
import type {} from "./postgres-setup.ts";

/** A database that belongs to one test file. */
export interface TestDatabase {
  url: string;
  /** Drops the database, cutting whoever is still connected. */
  close(): Promise<void>;
}

/**
 * A database of one's own: real commits, nobody else's rows. Call it in `beforeAll`, close it in `afterAll`.
 *
 * @param from `template` has the newest schema, `nothing` is empty.
 */
export async function testDatabase(from: "template" | "nothing" = "template"): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const template = from === "template" ? "template_mintreu" : "template0";
  await administer(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: new URL(`/${name}`, templateUrl).href,
    close: () => administer(templateUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(url: string, sql: string): Promise<void> {
  // Not through the template itself: while anybody is connected to it, it cannot be cloned.
  const client = new pg.Client({ connectionString: new URL("/postgres", url).href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A PostgreSQL of one's own, for tests that restart it. Its database is empty: migrate it. */
export interface OwnPostgres {
  url: string;
  /** Stops it, cutting every connection, and starts it again at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL for one test alone. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "mintreu-test-"));
  let postgres: RunningPostgres = await startPostgres(folder, { shared_buffers: "32MB" });
  return {
    url: postgres.url,
    async restart() {
      await postgres.stop();
      postgres = await startPostgres(folder, { shared_buffers: "32MB" });
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
