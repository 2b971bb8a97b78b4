/**
 * `pnpm bench [NAME …] [--json]`: measures rows of the performance bar, each beside its peer in the same run, and prints a
 * table. With --json one line of JSON comes last.
 */
import { bus } from "./rows/bus.ts";
import { counts, lists } from "./rows/lists.ts";
import { memory } from "./rows/memory.ts";
import { messages } from "./rows/messages.ts";
import { start } from "./rows/start.ts";
import { printTable, type Verdict } from "./stats.ts";

const BENCHES: Record<string, () => Promise<Verdict[]>> = {
  messages,
  memory,
  bus,
  lists,
  counts,
  start,
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
const results: Record<string, Verdict[]> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  results[name] = await bench();
  printTable(name, results[name]);
}
if (process.argv.includes("--json")) console.log(JSON.stringify(results));
process.exit(0);
