/** `pnpm kb:export FOLDER [--desk SLUG]`: writes a desk's articles as Markdown, in the form that `pnpm kb:import` takes. */
import { readArguments } from "./kb/arguments.ts";
import { exportFolder } from "./kb/export-folder.ts";
import { runCommand } from "./kb/run-command.ts";

await runCommand(async () => {
  const usage = "pnpm kb:export FOLDER [--desk SLUG]";
  await exportFolder(readArguments(process.argv.slice(2), { usage, options: ["desk"], flags: [] }));
});
