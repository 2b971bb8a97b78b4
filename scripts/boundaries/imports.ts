import { dirname, join } from "node:path/posix";
import { parseSync } from "oxc-parser";

/** One import of a file, resolved as far as it is ours. */
export interface Import {
  /** Path in the repository, `npm:name/path` or `node:name`. */
  target: string;
  typeOnly: boolean;
  line: number;
}

/** What the checks need to know of a file. */
export interface Source {
  path: string;
  imports: Import[];
  /** Lines that read the environment, comments aside, and NODE_ENV, which a build replaces by a constant. */
  environmentLines: number[];
  lines: number;
}

/**
 * Parses a file.
 *
 * @param has tells whether a path exists in the repository; an import may leave the extension out.
 */
export function readSource(path: string, text: string, has: (path: string) => boolean): Source {
  const { module, comments } = parseSync(path, text);
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  const found = [
    ...module.staticImports.map((item) => ({
      value: item.moduleRequest.value,
      start: item.start,
      typeOnly: item.entries.length > 0 && item.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((item) =>
      item.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ value: entry.moduleRequest.value, start: item.start, typeOnly: entry.isType }] : [],
      ),
    ),
    ...module.dynamicImports.flatMap((item) => {
      const literal = /^["'`](.*)["'`]$/.exec(text.slice(item.moduleRequest.start, item.moduleRequest.end))?.[1];
      return literal ? [{ value: literal, start: item.start, typeOnly: false }] : [];
    }),
  ];
  const imports = found.map(({ value, start, typeOnly }) => {
    return { target: resolveImport(path, value, has), typeOnly, line: lineOf(start) };
  });
  let code = text;
  for (const { start, end } of comments) code = code.slice(0, start) + " ".repeat(end - start) + code.slice(end);
  const environmentLines = [...code.matchAll(/\bprocess\.env\b(?!\.NODE_ENV)/g)].map((match) => lineOf(match.index));
  return { path, imports, environmentLines, lines: text.split("\n").length };
}

function resolveImport(path: string, value: string, has: (path: string) => boolean): string {
  if (value.startsWith("node:")) return value;
  const workspace = /^@mintreu\/(\w+)\/(.+)$/.exec(value);
  if (workspace) return withExtension(`packages/${workspace[1]}/src/${workspace[2]}`, has);
  if (value.startsWith(".")) return withExtension(join(dirname(path), value), has);
  const app = /^apps\/\w+/.exec(path)?.[0];
  if (value.startsWith("@/") && app) return withExtension(join(app, value.slice(2)), has);
  return `npm:${value}`;
}

function withExtension(path: string, has: (path: string) => boolean): string {
  return ["", ".ts", ".tsx", "/index.ts"].map((end) => `${path}${end}`).find(has) ?? path;
}
