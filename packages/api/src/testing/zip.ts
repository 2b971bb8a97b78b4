import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** An archive of files, as somebody packs a folder. */
export function zipOf(files: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), path, { compress: content.length > 0 });
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}

/** The same with a name in it changed to another of the same length: packers refuse to write some. */
export async function forgedZip(files: Record<string, string>, from: string, to: string): Promise<Buffer> {
  const zip = await zipOf(files);
  for (let at = zip.indexOf(from); at !== -1; at = zip.indexOf(from, at)) zip.write(to, at, "latin1");
  return zip;
}

/** An archive of one file that is a thousand times larger than it. */
export function zipBomb(path: string, megabytes: number): Promise<Buffer> {
  const zip = new ZipFile();
  const zeros = Buffer.alloc(1024 * 1024, 97);
  zip.addReadStream(Readable.from(Array.from({ length: megabytes }, () => zeros)), path);
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}
