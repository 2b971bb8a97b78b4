import { loadEnvFile, readConfiguration } from "./env.ts";
import { describeFailure } from "./failure.ts";
import { type Parts, run, type Wishes } from "./run.ts";

/** Starts the system as the command line and the environment say, and ends the process with the code that tells how it went. */
export async function main(parts: Parts, args: string[]): Promise<void> {
  // The terminal may be gone before we are; what we say then is lost, and not a reason to leave without cleaning up.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  const wishes = listenForWishes();
  try {
    loadEnvFile();
    await run(readConfiguration(process.env, args), parts, wishes);
    process.exit(0);
  } catch (error) {
    const asked = wishes.stop.aborted && error === wishes.stop.reason;
    if (!asked) process.stderr.write(`\n${describeFailure(error)}\n`);
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
