import { createReadStream } from "node:fs";
import { access, constants, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ImportProblem } from "../schema.ts";
import type { ImportProblemReason } from "./problem-reason.ts";
import { byPath, type ImportSource, isMeantToBeRead } from "./source.ts";

/** A folder on this machine. Links in it are told and not followed: they may lead anywhere. */
export async function folderSource(folder: string): Promise<ImportSource> {
  const found: Found = { files: new Map(), problems: [] };
  await look(folder, "", found);
  const { files, problems } = found;
  return {
    paths: [...files.keys()].sort(byPath),
    problems,
    sizeOf: (path) => files.get(path)?.size ?? 0,
    stream: async (path) => createReadStream(files.get(path)?.at ?? join(folder, path)),
    close: async () => {},
  };
}

interface Found {
  /** By their path, where they are on the disk: there letters may be composed otherwise. */
  files: Map<string, { at: string; size: number }>;
  problems: ImportProblem[];
}

async function look(folder: string, within: string, found: Found): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = `${within}${entry.name}`.normalize("NFC");
    const at = join(folder, entry.name);
    const tell = (why: ImportProblemReason) => found.problems.push({ file: path, kind: "file", why, what: path });
    if (!isMeantToBeRead(entry.isDirectory() ? `${path}/` : path)) continue;
    if (entry.isSymbolicLink()) tell("symlink");
    else if (!(await isReadable(at))) tell("unreadable");
    else if (entry.isDirectory()) await look(at, `${path}/`, found);
    else if (entry.isFile()) found.files.set(path, { at, size: (await stat(at)).size });
  }
}

/** Whether it may be read, and is there by the name that it seems to have: one that is no UTF-8 is not. */
async function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}
