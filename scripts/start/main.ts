import { existsSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@mintreu/db/problem";
import { readConfiguration } from "./env.ts";
import { type Parts, run, type Wishes } from "./run.ts";

const ENV_FILE = join(import.meta.dirname, "../../.env");

/** Starts the system as the command line and the environment say, and ends the process with the code that tells how it went. */
export async function main(parts: Parts, args: string[]): Promise<void> {
  // The terminal may be gone before we are; what we say then is lost, and not a reason to leave without cleaning up.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  const wishes = listenForWishes();
  try {
    if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
    await run(readConfiguration(process.env, args), parts, wishes);
    process.exit(0);
  } catch (error) {
    const asked = wishes.stop.aborted && error === wishes.stop.reason;
    if (!asked) process.stderr.write(`\n${describe(error)}\n`);
    process.exit(asked ? 0 : 1);
  }
}

function listenForWishes(): Wishes {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first = 0;
  const wish = () => {
    // One Ctrl-C arrives twice when the package manager hands it on besides the terminal.
    if (stop.signal.aborted && performance.now() - first > 400) hurry.abort();
    first ||= performance.now();
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, wish);
  return { stop: stop.signal, hurry: hurry.signal };
}

function describe(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? `${error.stack}` : String(error);
}
