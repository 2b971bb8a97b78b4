import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { addressOf, freePort, readState } from "@mintreu/db/postgres/state";

const REPOSITORY = join(import.meta.dirname, "../..");
const READY = "Mintreu Support is ready";
/** A build from nothing takes most of it. */
const READY_WITHIN_MS = 280_000;
const GONE_WITHIN_MS = 20_000;

/** Where the system under test is. */
export interface Addresses {
  customer: string;
  console: string;
  database: string;
}

/** The whole system as a stranger starts it, on free ports and in a folder of its own. */
export class RunningSystem implements AsyncDisposable {
  readonly addresses: Omit<Addresses, "database">;
  #output = "";
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #exitCode: Promise<number | null>;

  private constructor(folder: string, ports: { customer: number; console: number }, args: readonly string[]) {
    this.#folder = folder;
    this.addresses = {
      customer: `http://localhost:${ports.customer}`,
      console: `http://localhost:${ports.console}`,
    };
    // Only these: what is set around a test run, such as NODE_ENV, is none of the system's business.
    const { PATH, HOME } = process.env;
    this.#process = spawn(process.execPath, [join(REPOSITORY, "scripts/start.ts"), ...args], {
      cwd: REPOSITORY,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH, HOME, DATA_DIR: folder, CUSTOMER_PORT: `${ports.customer}`, CONSOLE_PORT: `${ports.console}` },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (this.#output += text));
    this.#exitCode = new Promise((resolve) => this.#process.once("close", resolve));
  }

  static async start(...args: readonly string[]): Promise<RunningSystem> {
    const ports = { customer: await freePort(), console: await freePort() };
    const system = new RunningSystem(mkdtempSync(join(tmpdir(), "mintreu-e2e-")), ports, args);
    const ended = system.#exitCode.then(() => true);
    const late = performance.now() + READY_WITHIN_MS;
    while (!system.#output.includes(READY)) {
      if ((await Promise.race([ended, wait(100, false)])) || performance.now() > late) {
        await system[Symbol.asyncDispose]();
        throw new Error(`The system did not get ready; it said:\n${system.#output}`);
      }
    }
    return system;
  }

  /** Address of its database. */
  get database(): string {
    const state = readState(this.#folder);
    if (!state) throw new Error("The system has no database of its own.");
    return addressOf(state);
  }

  /** Ends it by one Ctrl-C and proves that nothing is left of it. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill("SIGINT");
    const code = await this.#exitCode;
    const left = await this.#waitUntilGone();
    const { output } = { output: this.#output };
    rmSync(this.#folder, { recursive: true, force: true });
    if (code !== 0 || left.length > 0)
      throw new Error(`The system ended with ${code} and left ${left.join(", ") || "nothing"}; it said:\n${output}`);
  }

  async #waitUntilGone(): Promise<string[]> {
    const late = performance.now() + GONE_WITHIN_MS;
    for (;;) {
      const lock = join(this.#folder, "postgres/postmaster.pid");
      const left = [...processesOf(this.#folder), ...(existsSync(lock) ? ["a running PostgreSQL"] : [])];
      if (left.length === 0 || performance.now() > late) return left;
      await wait(100);
    }
  }
}

/** Processes with this data folder in their environment; none where the system does not tell. */
function processesOf(folder: string): string[] {
  if (!existsSync("/proc/self/environ")) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`);
  return pids
    .filter((pid) => read(`/proc/${pid}/environ`).includes(`DATA_DIR=${folder}\0`))
    .map((pid) => `process ${pid}`);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It ended in this moment, or is another user's.
    return "";
  }
}
