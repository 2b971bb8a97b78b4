import type { Readable } from "node:stream";
import type { ImportProblem } from "../schema.ts";

/** Where an import reads from: a folder, or a zip archive that stays packed. */
export interface ImportSource {
  /** Every file in it: paths from its root, with slashes, in order, each once, in composed letters (NFC). */
  readonly paths: readonly string[];
  /** What is in it and cannot be taken from it. */
  readonly problems: readonly ImportProblem[];
  /** Bytes of a file. */
  sizeOf(path: string): number;
  /** @throws ARCHIVE_BROKEN, ARCHIVE_TOO_BIG as it is read, where it is not what it said it was. */
  stream(path: string): Promise<Readable>;
  close(): Promise<void>;
}

/** Names that systems and tools leave behind, and that nobody means. GitBook keeps its pictures in a hidden folder. */
const NOISE = /(^|\/)(\.(?!gitbook\/)[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|node_modules)(\/|$)/i;

/** Whether somebody means a file to be imported. */
export function isMeantToBeRead(path: string): boolean {
  return !NOISE.test(path);
}

/** The same order for every source, so that an import does the same on every machine. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
