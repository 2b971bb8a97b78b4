/**
 * `pnpm bench [NAME …] [--json]`: measures rows of the performance bar, each beside its peer in the same run, and prints a
 * table. With --json one line of JSON comes last.
 *
 * `pnpm bench search [--corpus FOLDER] [--queries FILE] [--documents COUNT]`: its line of JSON is what it measured.
 */
import { parseArgs } from "node:util";
import { article } from "./rows/article.ts";
import { bus } from "./rows/bus.ts";
import { counts, lists } from "./rows/lists.ts";
import { memory } from "./rows/memory.ts";
import { messages } from "./rows/messages.ts";
import { search, searchOptions } from "./rows/search.ts";
import { start } from "./rows/start.ts";
import { printTable, type Verdict } from "./stats.ts";

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    corpus: { type: "string" },
    queries: { type: "string" },
    documents: { type: "string" },
  },
});

/** What a bench measured, and what of it is its line of JSON when it runs alone. */
type Measured = Verdict[] | { verdicts: Verdict[]; report: unknown };

const BENCHES: Record<string, () => Promise<Measured>> = {
  messages,
  memory,
  bus,
  lists,
  counts,
  search: () => search(searchOptions(values)),
  article,
  start,
};

const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
const results: Record<string, unknown> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const measured = await bench();
  const { verdicts, report } = Array.isArray(measured) ? { verdicts: measured, report: measured } : measured;
  results[name] = report;
  printTable(name, verdicts);
}
if (values.json) console.log(JSON.stringify(names.length === 1 && names[0] === "search" ? results.search : results));
process.exit(0);
