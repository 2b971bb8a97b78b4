/** One thing that has to hold, and the command that shows whether it does. */
export interface Stage {
  name: string;
  /** What the line of progress says. */
  label: string;
  command: string[];
  /** Takes filters for its tests. */
  tests?: true;
}

const TURBO = ["turbo", "run", "--output-logs=errors-only", "--log-prefix=none", "--no-update-notifier"];
const VITEST = ["vitest", "run", "--reporter=default", "--reporter=./scripts/test/totals-reporter.ts"];

const STAGES: Stage[] = [
  { name: "generate", label: "Generated code", command: [...TURBO, "generate"] },
  { name: "format", label: "Format and lint", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "boundaries", label: "Boundaries", command: ["node", "scripts/boundaries.ts"] },
  { name: "types", label: "Types", command: [...TURBO, "typecheck", "--concurrency=2"] },
  { name: "scripts-types", label: "Types of the scripts", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "unused", label: "Unused code", command: ["knip"] },
  { name: "unit", label: "Unit and integration tests", command: [...VITEST, "--project=!e2e"], tests: true },
  { name: "build", label: "Build", command: [...TURBO, "build"] },
  { name: "e2e", label: "End-to-end tests", command: [...VITEST, "--project=e2e"], tests: true },
];

/** What a word on the command line stands for. */
const GROUPS: Record<string, string[]> = {
  lint: ["generate", "format", "boundaries", "types", "scripts-types", "unused"],
  unit: ["generate", "unit"],
  e2e: ["generate", "build", "e2e"],
};

/**
 * The stages to run, in order.
 *
 * @param args nothing for all of them; or the name of a group or a stage, and then filters for its tests.
 * @returns nothing when there is no stage of that name.
 */
export function chooseStages([word, ...filters]: string[]): Stage[] | undefined {
  if (!word) return STAGES;
  const names = GROUPS[word] ?? [word];
  const chosen = STAGES.filter(({ name }) => names.includes(name));
  if (chosen.length === 0) return undefined;
  return chosen.map((stage) => (stage.tests ? { ...stage, command: [...stage.command, ...filters] } : stage));
}

/** Every word that may follow `pnpm test`. */
export const WORDS = [...new Set([...Object.keys(GROUPS), ...STAGES.map(({ name }) => name)])];
