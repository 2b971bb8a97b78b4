/**
 * `pnpm kb:import FOLDER [--desk SLUG] [--product SLUG] [--draft]`: imports Markdown into the knowledge base, beside whatever
 * runs.
 */
import { readArguments } from "./kb/arguments.ts";
import { importFolder } from "./kb/import-folder.ts";
import { runCommand } from "./kb/run-command.ts";

await runCommand(async () => {
  const usage = "pnpm kb:import FOLDER [--desk SLUG] [--product SLUG] [--draft]";
  await importFolder(readArguments(process.argv.slice(2), { usage, options: ["desk", "product"], flags: ["draft"] }));
});
