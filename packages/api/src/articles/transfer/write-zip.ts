import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ExportedFile } from "./export-articles.ts";

/** Packs files into an archive while it is read: one of them is open at a time, and asked for once the one before is packed. */
export function writeZip(files: AsyncIterable<ExportedFile>, folder: string): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on("error", fail);
  packAll(zip, files, folder).then(() => zip.end(), fail);
  return out;
}

async function packAll(zip: ZipFile, files: AsyncIterable<ExportedFile>, folder: string): Promise<void> {
  const out = zip.outputStream as Readable;
  for await (const { path, open } of files) {
    const stream = (await open()) ?? Readable.from([]);
    // Nobody reads on: what is open is closed, and its end throws.
    const stop = () => stream.destroy();
    if (out.destroyed) return void stop();
    out.once("close", stop);
    zip.addReadStream(stream, `${folder}/${path}`);
    await finished(stream, { writable: false });
    out.off("close", stop);
  }
}
