import { readSource, type Source } from "./imports.ts";
import { MOST_LINES, READS_ENVIRONMENT, RULES, STARTED } from "./rules.ts";

/**
 * Checks the sources against the rules.
 *
 * @param files text by path in the repository.
 * @returns a line for each fault, `path:line what is wrong`.
 */
export function checkBoundaries(files: Map<string, string>): string[] {
  const sources = [...files].map(([path, text]) => readSource(path, text, (target) => files.has(target)));
  return [...sources.flatMap(checkSource), ...findUnused(sources), ...findCycles(sources)];
}

function checkSource({ path, imports, environmentLines, lines }: Source): string[] {
  const faults = imports.flatMap(({ target, typeOnly, line }) => {
    const broken = RULES.filter(
      (rule) =>
        rule.from.test(path) &&
        !rule.except?.test(path) &&
        rule.to.test(target) &&
        !rule.unless?.test(target) &&
        !(rule.typesAllowed && typeOnly),
    );
    return broken.map(({ why }) => `${path}:${line} imports ${target}: ${why}`);
  });
  if (!READS_ENVIRONMENT.test(path)) {
    faults.push(...environmentLines.map((line) => `${path}:${line} reads process.env: settings are read in env.ts`));
  }
  if (lines > MOST_LINES) faults.push(`${path}:${MOST_LINES} has ${lines} lines: part it`);
  return faults;
}

/** Packages export every file, so the search for unused code takes each for used; here a file needs an importer that is not a test. */
function findUnused(sources: Source[]): string[] {
  const imported = new Set(
    sources
      .filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path))
      .flatMap(({ path, imports }) => imports.map(({ target }) => target).filter((target) => target !== path)),
  );
  return sources
    .filter(({ path }) => /^packages\/\w+\/src\//.test(path) && !STARTED.test(path) && !imported.has(path))
    .map(({ path }) => `${path}:1 is used by nothing but tests`);
}

/** Two files that need each other while loading work or fail by the order in which somebody else imports them. */
function findCycles(sources: Source[]): string[] {
  const graph = new Map(sources.map(({ path, imports }) => [path, imports.filter((item) => !item.typeOnly)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push(`${path}:1 needs itself while loading: ${[...trail.slice(start), path].join(" → ")}`);
    if (start >= 0 || done.has(path)) return;
    for (const { target } of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return cycles;
}
