import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Account, chooseAccount } from "./postgres/account.ts";
import { type Binaries, findBinaries } from "./postgres/binaries.ts";
import { initialise } from "./postgres/initialise.ts";
import { isRunning } from "./postgres/leftovers.ts";
import { addressOf, freePort, newPassword, readState, type State, writeState } from "./postgres/state.ts";
import { Problem } from "./problem.ts";

const KEEPER = join(import.meta.dirname, "postgres/keeper.ts");

/** A PostgreSQL of our own, running. */
export interface RunningPostgres {
  /** Address of the database `mintreu` on it, password included: never print it. */
  url: string;
  /** Stops the server after a checkpoint; resolves when no process is left. */
  stop(): Promise<void>;
  /** Settles when the server has ended, asked for or not. */
  ended: Promise<void>;
}

/** What the keeper is told by its parent. */
export interface KeeperOrder {
  binaries: Binaries;
  account: Account;
  cluster: string;
  log: string;
  port: number;
  flags: Record<string, string>;
}

const FLAGS = {
  listen_addresses: "127.0.0.1",
  // No socket file: two copies on one machine would meet in /tmp.
  unix_socket_directories: "",
  shared_buffers: "256MB",
  max_connections: "200",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  timezone: "UTC",
};

/**
 * Starts the PostgreSQL whose data is in the folder, made on the first start.
 *
 * @param folder the data folder; the server's files go into `postgres` inside it.
 * @param flags PostgreSQL settings on top of ours.
 * @throws Problem when the folder is in use by another copy, or the server does not start.
 */
export async function startPostgres(folder: string, flags: Record<string, string> = {}): Promise<RunningPostgres> {
  const known = await refuseSecondCopy(folder);
  const binaries = await findBinaries();
  makeFolder(folder);
  const account = chooseAccount(folder, binaries);
  const cluster = join(folder, "postgres");
  const state: State = { password: known?.password ?? newPassword(), port: await freePort(known?.port) };
  // Remembered before the cluster is made: a cluster whose password nobody knows would be lost.
  writeState(folder, state);
  initialise({ binaries, account, cluster, password: state.password });
  const log = join(folder, "postgres.log");
  const order = { binaries, account, cluster, log, port: state.port, flags: { ...FLAGS, ...flags } };
  const { keeper, ended } = await startKeeper(order);
  writeState(folder, { ...state, keeper: keeper.pid, owner: process.pid });
  const stop = () => {
    keeper.ref();
    if (keeper.connected) keeper.disconnect();
    return ended;
  };
  await createDatabase(state).catch((error) => stop().then(() => Promise.reject(error)));
  return { url: addressOf(state), stop, ended };
}

/** The address of the PostgreSQL that another process has started on this folder, or nothing. */
export function findPostgres(folder: string): string | undefined {
  const state = readState(folder);
  return state && isRunning(state.keeper, KEEPER) ? addressOf(state) : undefined;
}

/** A copy that is only just stopping is waited for; one that runs is an error. */
async function refuseSecondCopy(folder: string): Promise<State | undefined> {
  const stopping = () => findPostgres(folder) && !isRunning(readState(folder)?.owner, "");
  for (let attempt = 0; attempt < 300 && stopping(); attempt++) await wait(100);
  if (!findPostgres(folder)) return readState(folder);
  throw new Problem(`Another copy is running on ${folder}: stop it, or set DATA_DIR to another folder.`);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // As root the server runs as another user, who must be able to walk in; what is secret inside is closed by itself.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  } catch {
    throw new Problem(`DATA_DIR ${folder} cannot be written: make it writable, or set DATA_DIR to another folder.`);
  }
}

async function startKeeper(order: KeeperOrder): Promise<{ keeper: ChildProcess; ended: Promise<void> }> {
  const keeper = spawn(process.execPath, [KEEPER], { detached: true, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const ready = new Promise<true>((resolve) => keeper.once("message", () => resolve(true)));
  keeper.send(order);
  if (await Promise.race([ready, ended])) {
    // Neither the process nor its channel keeps ours alive: who forgets to stop it still ends, and the server with it.
    keeper.unref();
    keeper.channel?.unref();
    return { keeper, ended };
  }
  const lines = readFileSync(order.log, { encoding: "utf8", flag: "a+" }).trim().split("\n");
  throw new Problem(`PostgreSQL did not start; its last word in ${order.log} is: ${lines.at(-1)}`);
}

async function createDatabase(state: State): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(state, "postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'mintreu'");
    if (found.rowCount === 0) await client.query("CREATE DATABASE mintreu");
  } finally {
    await client.end();
  }
}
