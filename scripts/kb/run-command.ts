import { loadEnvFile } from "../start/env.ts";
import { describeFailure } from "../start/failure.ts";

/** Runs a command with the settings of `.env`; what goes wrong is told in a sentence. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    loadEnvFile();
    await command();
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}
