import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Problem } from "@mintreu/db/problem";

/** What somebody asked for. */
export interface Arguments {
  /** Absolute. */
  folder: string;
  values: Partial<Record<string, string>>;
  flags: ReadonlySet<string>;
}

interface Known {
  usage: string;
  /** Options that take a value. */
  options: readonly string[];
  flags: readonly string[];
}

/** @throws Problem that says how it is used, for anything else than that. */
export function readArguments(args: string[], { usage, options, flags }: Known): Arguments {
  const config = Object.fromEntries([
    ...options.map((name) => [name, { type: "string" as const }]),
    ...flags.map((name) => [name, { type: "boolean" as const }]),
  ]);
  // pnpm hands on the "--" that parts its own options from ours.
  const own = args.filter((arg) => arg !== "--");
  try {
    const { values, positionals } = parseArgs({ args: own, options: config, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new Error("one folder is needed");
    const strings = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    const set = Object.entries(values).flatMap(([name, value]) => (value === true ? name : []));
    return { folder: resolve(folder), values: Object.fromEntries(strings), flags: new Set(set) };
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : "unknown option"}. Use it like this: ${usage}`);
  }
}
