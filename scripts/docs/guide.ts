import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Document } from "./markdown.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const LEFT_OUT = new Set(["node_modules", ".next", ".turbo", "generated"]);

/** Copies what types are checked in into a folder; its packages are those that are installed here. */
export function copySources(folder: string): void {
  cpSync(join(REPOSITORY, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  // Links to the store, without the store.
  const visible = (source: string) => !basename(source).startsWith(".");
  const packages = { recursive: true, verbatimSymlinks: true, filter: visible };
  cpSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"), packages);
  symlinkSync(join(REPOSITORY, "node_modules/.pnpm"), join(folder, "node_modules/.pnpm"));
  for (const path of globSync("{apps,packages}/*/package.json", { cwd: REPOSITORY }).map(dirname)) {
    const [from, to] = [join(REPOSITORY, path), join(folder, path)];
    cpSync(from, to, { recursive: true, filter: (source) => !LEFT_OUT.has(basename(source)) });
    // Links to the store and to each other, which lead to the same places from the copy.
    cpSync(join(from, "node_modules"), join(to, "node_modules"), { recursive: true, verbatimSymlinks: true });
  }
}

/** Does in a folder what a guide tells its reader to do: writes its new files, and makes its changes in the old ones. */
export function followGuide({ excerpts }: Document, folder: string): void {
  for (const { path, isNew, lines } of excerpts) {
    const file = join(folder, path);
    if (isNew) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${lines.join("\n")}\n`);
      continue;
    }
    const side = (other: "+" | "-") =>
      lines.flatMap((line) => (line.startsWith(other) ? [] : line.slice(1))).join("\n");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(side("+"), () => side("-")),
    );
  }
}
