/** `pnpm shots`: starts a system of its own and takes the pictures of README and docs from it. */
import { join } from "node:path";
import { RunningSystem } from "../e2e/setup/running-system.ts";
import { takeShots } from "../e2e/shots.ts";
import { describeFailure } from "./start/failure.ts";
import { say } from "./start/progress.ts";

try {
  say("Starting the system …");
  await using system = await RunningSystem.start();
  await takeShots(system.addresses, { folder: join(import.meta.dirname, "../docs/pictures"), say });
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}
