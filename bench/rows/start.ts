import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Verdict } from "../stats.ts";

const READY = "Mintreu Support is ready";
const REPOSITORY = join(import.meta.dirname, "../..");
/** The bar, in seconds. */
const FIRST = 90;
const SECOND = 15;

/** Row 15: from a clone to a system that answers, with packages in the store; and the second start. */
export async function start(): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), "mintreu-start-"));
  const clone = join(folder, "clone");
  const begun = performance.now();
  execFileSync("git", ["clone", "--quiet", REPOSITORY, clone]);
  const first = await runOnce(clone, begun);
  const second = await runOnce(clone, performance.now());
  rmSync(folder, { recursive: true, force: true });
  return [verdict("clone to a seeded, answering system", first, FIRST), verdict("second start", second, SECOND)];
}

function verdict(what: string, seconds: number, most: number): Verdict {
  const reach = `≤ ${most} s`;
  return {
    what: `row 15: ${what}`,
    ours: seconds,
    peer: most,
    ratio: seconds / most,
    unit: "s",
    reach,
    reached: seconds <= most,
  };
}

/** @returns seconds from `begun` until both apps answered. */
async function runOnce(folder: string, begun: number): Promise<number> {
  const env = { ...process.env, CUSTOMER_PORT: "3710", CONSOLE_PORT: "3711" };
  const child = spawn("npx", ["-y", "pnpm@12", "start"], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  await says(child, READY);
  for (const port of [env.CUSTOMER_PORT, env.CONSOLE_PORT]) {
    const { status } = await fetch(`http://localhost:${port}/healthz`);
    if (status !== 200) throw new Error(`port ${port} answers ${status}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  const gone = new Promise((resolve) => child.once("close", resolve));
  // The whole group, as Ctrl-C does.
  process.kill(-(child.pid ?? 0), "SIGINT");
  await gone;
  return seconds;
}

function says(child: ChildProcess, line: string): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk;
      if (output.includes(line)) resolve();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("exit", () => reject(new Error(`it ended before it was ready:\n${output.slice(-2000)}`)));
  });
}
