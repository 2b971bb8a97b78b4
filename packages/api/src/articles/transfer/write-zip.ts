import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { ExportedFile } from "./export-articles.ts";

/** Packs files into an archive while it is read: one of them is open at a time. */
export function writeZip(files: readonly ExportedFile[], folder: string): Readable {
  const zip = new ZipFile();
  for (const { path, open } of files) {
    zip.addReadStreamLazy(`${folder}/${path}`, (give) => {
      open().then(
        (stream) => give(null, stream ?? Readable.from([])),
        (error) => zip.emit("error", error),
      );
    });
  }
  zip.end();
  const out = zip.outputStream as Readable;
  zip.on("error", (error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
