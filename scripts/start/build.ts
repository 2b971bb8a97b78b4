import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "@mintreu/db/problem";

const REPOSITORY = join(import.meta.dirname, "../..");
const LOCK = join(REPOSITORY, "node_modules/.mintreu-build.lock");

const QUIET = {
  TURBO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  FORCE_COLOR: "0",
};

/**
 * Runs tasks through turbo, which skips what has not changed.
 *
 * @throws Problem with the output when a task fails.
 */
export async function runTasks(tasks: string[], signal: AbortSignal): Promise<void> {
  await lock(signal);
  try {
    const { code, output } = await runTurbo(tasks, signal);
    signal.throwIfAborted();
    if (code !== 0) throw new Problem(`${output}\nThe build failed: what went wrong is printed above.`);
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Two copies started at once share the folder that is built into; the second waits. */
async function lock(signal: AbortSignal): Promise<void> {
  mkdirSync(join(REPOSITORY, "node_modules"), { recursive: true });
  while (!tryLock()) await wait(200, undefined, { signal });
}

function tryLock(): boolean {
  try {
    writeFileSync(LOCK, `${process.pid}`, { flag: "wx" });
    return true;
  } catch {
    if (!isAlive(readHolder())) rmSync(LOCK, { force: true });
    return false;
  }
}

function readHolder(): number {
  try {
    return Number(readFileSync(LOCK, "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function runTurbo(tasks: string[], signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const args = ["run", ...tasks, "--output-logs=errors-only", "--log-prefix=none", "--no-update-notifier"];
    // A group of its own: the build is ended by us, as a whole, and not twice by a Ctrl-C that reaches both.
    const turbo = spawn(join(REPOSITORY, "node_modules/.bin/turbo"), args, {
      cwd: REPOSITORY,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...QUIET },
    });
    const stop = () => turbo.pid && process.kill(-turbo.pid, "SIGTERM");
    signal.addEventListener("abort", stop, { once: true });
    let output = "";
    for (const stream of [turbo.stdout, turbo.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    turbo.once("error", reject);
    turbo.once("close", (code) => {
      signal.removeEventListener("abort", stop);
      resolve({ code, output });
    });
  });
}
