import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { byPath, type ImportSource, isMeantToBeRead } from "./source.ts";

/** A folder on this machine. Links in it are not followed: they may lead anywhere. */
export async function folderSource(folder: string): Promise<ImportSource> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (!entry.isFile() || !isMeantToBeRead(path)) continue;
    sizes.set(path, (await stat(join(folder, path))).size);
  }
  return {
    paths: [...sizes.keys()].sort(byPath),
    sizeOf: (path) => sizes.get(path) ?? 0,
    stream: async (path) => createReadStream(join(folder, path)),
    close: async () => {},
  };
}
