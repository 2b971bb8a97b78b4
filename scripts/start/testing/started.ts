import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@mintreu/db/postgres/state";

const SCRIPT = join(import.meta.dirname, "start-stand-ins.ts");

/** The start in a process group and a data folder of its own, as a terminal would have it. */
export class Started implements AsyncDisposable {
  output = "";
  readonly #process: ChildProcess;
  readonly #dataDir: string;
  readonly exitCode: Promise<number | null>;

  private constructor(dataDir: string, env: Record<string, string>) {
    this.#dataDir = dataDir;
    this.#process = spawn(process.execPath, [SCRIPT], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => (this.output += text));
    }
    this.exitCode = new Promise((resolve) => this.#process.once("close", resolve));
  }

  /** Starts it on free ports, with settings on top. */
  static async start(env: Record<string, string> = {}): Promise<Started> {
    const ports = { CUSTOMER_PORT: `${await freePort()}`, CONSOLE_PORT: `${await freePort()}` };
    return new Started(mkdtempSync(join(tmpdir(), "mintreu-start-")), { ...ports, ...env });
  }

  /** Waits for a text in the output. */
  async says(text: string): Promise<void> {
    await this.#until(() => this.output.includes(text), `to say "${text}"`);
  }

  /** A signal for the whole group, as Ctrl-C is, or for the process alone. */
  kill(signal: NodeJS.Signals, whom: "group" | "alone" = "group"): void {
    const { pid = 0 } = this.#process;
    process.kill(whom === "group" ? -pid : pid, signal);
  }

  /** The lines of a file in the data folder. */
  lines(file: string): string[] {
    const path = join(this.#dataDir, file);
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n").filter(Boolean) : [];
  }

  /** Waits until neither a stand-in nor PostgreSQL is left. */
  async leavesNothing(): Promise<void> {
    const lock = join(this.#dataDir, "postgres/postmaster.pid");
    await this.#until(() => !existsSync(lock) && !this.lines("pids.log").some((pid) => isAlive(Number(pid))), "to end");
  }

  async #until(condition: () => boolean, what: string): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (condition()) return;
      await wait(50);
    }
    throw new Error(`waited in vain for the start ${what}; it said:\n${this.output}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.kill("SIGTERM", "alone");
    await this.exitCode;
    await this.leavesNothing();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
