import { Readable } from "node:stream";
import { byPath, type ImportSource } from "../articles/transfer/source.ts";

/** Files of an import by their paths, kept in memory. */
export type Files = Record<string, string | Uint8Array>;

/** Files as an import reads them. */
export function sourceOf(files: Files): ImportSource {
  return {
    paths: Object.keys(files).sort(byPath),
    problems: [],
    sizeOf: (path) => Buffer.from(files[path] ?? "").length,
    stream: async (path) => Readable.from([Buffer.from(files[path] ?? "")]),
    close: async () => {},
  };
}
