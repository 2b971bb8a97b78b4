/** Checks who imports whom, who reads the environment and how long files are; the rules are in boundaries/rules.ts. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkBoundaries } from "./boundaries/check.ts";

const REPOSITORY = join(import.meta.dirname, "..");

const paths = globSync("{apps,packages,scripts,bench,e2e}/**/*.{ts,tsx}", {
  cwd: REPOSITORY,
  exclude: ["**/node_modules", "**/.next", "**/generated", "**/next-env.d.ts"],
});
const faults = checkBoundaries(new Map(paths.map((path) => [path, readFileSync(join(REPOSITORY, path), "utf8")])));

for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${paths.length} files, ${faults.length} faults\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
