import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@mintreu/db/postgres";
import { Problem } from "@mintreu/db/problem";
import pg from "pg";
import type { Configuration } from "./env.ts";

/** A database that answers, and how to leave it. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
  /** Settles when a server of our own has ended; never for another's. */
  ended: Promise<void>;
}

/** Opens the database of the configuration: another's when an address is given, else our own, started. */
export async function openDatabase({ databaseUrl, dataDir }: Configuration): Promise<OpenDatabase> {
  checkWritable(dataDir);
  if (databaseUrl) {
    await checkReachable(databaseUrl);
    return { url: databaseUrl, close: async () => {}, ended: new Promise(() => {}) };
  }
  const { url, stop, ended } = await startPostgres(dataDir);
  return { url, close: stop, ended };
}

function checkWritable(folder: string): void {
  const probe = join(folder, ".writable");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Problem(
      `DATA_DIR ${folder} cannot be written (${code}): make it writable, or set DATA_DIR to another folder.`,
    );
  }
}

async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
    await client.end();
  } catch (error) {
    // Told in our own words: the address holds the password.
    const { code, message } = error as NodeJS.ErrnoException;
    const { host, pathname } = new URL(url);
    throw new Problem(
      `DATABASE_URL cannot be used, ${host}${pathname} says: ${message || code}. Correct it, or leave it empty for a database of our own.`,
    );
  }
}

/** Puts the demo marketplace into the database; what is there already stays. */
export async function seedMarketplace(url: string): Promise<void> {
  const { seedDemo } = await import("@mintreu/db/seed/demo");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await seedDemo(client);
  } finally {
    await client.end();
  }
}
