/** Paths that can be found by their ends. */
export interface Tails {
  exact(path: string): string | null;
  /**
   * What is called so within some folder; or, for a path of several parts, what is called so without its first ones.
   *
   * @returns null where there is none, or more than one.
   */
  ending(path: string): string | null;
}

/** Of so many that are called the same none is meant by its name; and each look at them takes its time. */
const MOST_ALIKE = 50;

/** What paths stand for, to be found by their ends. Of two for one path the first counts. */
export function tailsOf(paths: Iterable<readonly [path: string, value: string]>): Tails {
  const all = new Map<string, string>();
  for (const [path, value] of paths) if (!all.has(path)) all.set(path, value);
  const byLast = Map.groupBy(all.keys(), lastOf);
  return {
    exact: (path) => all.get(path) ?? null,
    ending(path) {
      const alike = byLast.get(lastOf(path)) ?? [];
      if (alike.length > MOST_ALIKE) return null;
      const longer = valuesOf(
        all,
        alike.filter((one) => one === path || one.endsWith(`/${path}`)),
      );
      if (longer.length > 0) return longer.length === 1 ? (longer[0] ?? null) : null;
      const shorter = alike.filter((one) => one !== "" && path.endsWith(`/${one}`) && isTelling(one, path));
      return all.get(shorter.sort((a, b) => b.length - a.length)[0] ?? "") ?? null;
    },
  };
}

/** One name alone says little of where it was: it may be one folder deep. */
function isTelling(path: string, wanted: string): boolean {
  return path.includes("/") || wanted.split("/").length <= 2;
}

function valuesOf(all: ReadonlyMap<string, string>, paths: string[]): string[] {
  return [...new Set(paths.flatMap((path) => all.get(path) ?? []))];
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
