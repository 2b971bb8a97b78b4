/** `pnpm shots [CUSTOMER_URL CONSOLE_URL]`: takes the pictures of README and docs from a system of its own, or from the one at these addresses. */
import { join } from "node:path";
import { RunningSystem } from "../e2e/setup/running-system.ts";
import { takeShots } from "../e2e/shots.ts";
import { describeFailure } from "./start/failure.ts";
import { say } from "./start/progress.ts";

const FOLDER = join(import.meta.dirname, "../docs/pictures");

try {
  const [customer, console] = process.argv.slice(2).filter((argument) => argument !== "--");
  if (customer && console) await takeShots({ customer, console }, { folder: FOLDER, say });
  else await shootOwn();
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}

async function shootOwn(): Promise<void> {
  say("Starting the system …");
  await using system = await RunningSystem.start();
  await takeShots(system.addresses, { folder: FOLDER, say });
}
