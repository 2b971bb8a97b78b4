import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readState } from "./postgres/state.ts";
import { findPostgres, type RunningPostgres, startPostgres } from "./postgres.ts";

let folder: string;
let running: RunningPostgres | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mintreu-postgres-"));
});

afterEach(() => running?.stop());

afterAll(() => rmSync(folder, { recursive: true }));

async function start(): Promise<RunningPostgres> {
  running = await startPostgres(folder, { shared_buffers: "16MB" });
  return running;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed says so on the connection.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = () => Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

test("keeps its data and its address from one start to the next", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await first.stop();
  expect(existsSync(join(folder, "postgres/postmaster.pid"))).toBe(false);
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT * FROM kept")).toEqual([{ one: 1 }]);
});

test("is UTF-8 with rules that are the same on every machine, and writes through to the disk", async () => {
  const { url } = await start();
  const sql = `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
    current_setting('fsync') AS fsync FROM pg_database WHERE datname = current_database()`;
  expect(await query(url, sql)).toEqual([{ encoding: "UTF8", provider: "b", locale: "C.UTF-8", fsync: "on" }]);
});

test("its password is for nobody else to read", async () => {
  await start();
  expect(statSync(join(folder, "postgres.json")).mode & 0o777).toBe(0o600);
});

test("a second start on the same folder is refused, and told where the first is", async () => {
  const { url } = await start();
  expect(findPostgres(folder)).toBe(url);
  await expect(startPostgres(folder)).rejects.toThrow("Another copy is running on");
});

test("comes back after everything was killed", async () => {
  const { url, ended } = await start();
  await query(url, "CREATE TABLE survived AS SELECT 1 AS one");
  const server = serverPid();
  const { keeper = 0 } = readState(folder) ?? {};
  process.kill(keeper, "SIGKILL");
  process.kill(server, "SIGKILL");
  await ended;
  const second = await start();
  expect(await query(second.url, "SELECT * FROM survived")).toEqual([{ one: 1 }]);
});

test("takes over from a server whose keeper was killed", async () => {
  const { ended } = await start();
  const orphan = serverPid();
  process.kill(readState(folder)?.keeper ?? 0, "SIGKILL");
  await ended;
  const second = await start();
  expect(serverPid()).not.toBe(orphan);
  expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});
