import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { type Entry, openPromise, validateFileName, type ZipFile } from "yauzl";
import { DomainError } from "../../core/errors.ts";
import { byPath, type ImportSource, isMeantToBeRead } from "./source.ts";

/** Files that an archive may hold. */
const MOST_ENTRIES = 10_000;
/** Bytes that it may unpack to, all together. */
const MOST_BYTES = 500 * 1024 * 1024;
/** How many times its size a file may unpack to: text does ten times, a bomb a thousand. */
const MOST_RATIO = 200;
/** What is smaller unpacked does no harm, however well it packs. */
const HARMLESS = 1024 * 1024;

/**
 * An archive on this disk. It stays packed: its files are read one at a time, as streams that end where they said they would.
 *
 * @throws ARCHIVE_BROKEN also for names that lead out of it; ARCHIVE_TOO_BIG before anything of it is unpacked.
 */
export async function zipSource(path: string): Promise<ImportSource> {
  // Sizes are checked against what is read; names with ".." or a drive are errors.
  const options = { autoClose: false, lazyEntries: true, validateEntrySizes: true };
  const zip = await openPromise(path, options).catch(broken);
  try {
    const entries = await entriesOf(zip);
    const within = commonFolder([...entries.keys()]);
    const files = new Map([...entries].map(([name, entry]) => [name.slice(within.length), entry]));
    return {
      paths: [...files.keys()].sort(byPath),
      problems: [],
      sizeOf: (name) => files.get(name)?.uncompressedSize ?? 0,
      stream: async (name) => {
        const entry = files.get(name);
        return entry ? Readable.from(bytesOf(zip, entry), { objectMode: false }) : broken();
      },
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let [count, bytes] = [0, 0];
  try {
    for await (const entry of zip.eachEntry()) {
      count += 1;
      bytes += entry.uncompressedSize;
      if (count > MOST_ENTRIES || bytes > MOST_BYTES || isBomb(entry)) throw new DomainError("ARCHIVE_TOO_BIG");
      const fileName = nameOf(entry);
      if (fileName.endsWith("/") || !isMeantToBeRead(fileName)) continue;
      if (!entry.canDecodeFileData()) broken();
      entries.set(fileName, entry);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    broken();
  }
  return entries;
}

/** Its name with slashes. Packers of macOS and Linux write UTF-8 and do not say so; what is none is of an old Windows. */
function nameOf({ fileName, fileNameRaw }: Entry): string {
  const bytes = fileNameRaw.filter((byte) => byte > 127);
  const utf8 = bytes.length > 0 && isUtf8(fileNameRaw) ? fileNameRaw.toString().replaceAll("\\", "/") : fileName;
  if (validateFileName(utf8) !== null) broken();
  return utf8.normalize("NFC");
}

/** What is not as long as it said, or not what was packed, ends in an error of ours. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  } catch {
    broken();
  }
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > HARMLESS && uncompressedSize > compressedSize * MOST_RATIO;
}

/** The folder that was packed, where all is in one: it is not a collection. */
function commonFolder(names: string[]): string {
  const folder = names[0]?.match(/^[^/]+\//)?.[0] ?? "";
  return folder && names.every((name) => name.startsWith(folder)) ? folder : "";
}

function broken(): never {
  throw new DomainError("ARCHIVE_BROKEN");
}
