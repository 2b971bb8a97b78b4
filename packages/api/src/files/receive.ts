import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";
import { asFileError } from "./file-error.ts";
import { MAX_FILE } from "./schema.ts";

/** What has arrived whole, in a file that its receiver takes away or deletes. */
export interface Received {
  path: string;
  /** Bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

/** Folder of what is arriving. It is on the volume of the files, so that taking over is a rename. */
export function incomingFolder({ settings }: Pick<System, "settings">): string {
  return join(settings.dataDir, "files", "incoming");
}

/** A new name in that folder. What is left under it is swept after a day. */
export async function incomingPath(system: System): Promise<string> {
  const folder = incomingFolder(system);
  await mkdir(folder, { recursive: true });
  return join(folder, newId());
}

/**
 * Streams bytes to the disk; no more than a chunk of them is in memory. The stream is left open when they are refused, for
 * whoever has an answer to send.
 *
 * @throws FILE_TOO_BIG, STORAGE_FULL, UPLOAD_INTERRUPTED; nothing is left then.
 */
export async function receive(system: System, stream: Readable, max = MAX_FILE): Promise<Received> {
  const path = await incomingPath(system);
  const hash = createHash("sha256");
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > max) throw new DomainError("FILE_TOO_BIG", { max });
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    const chunks: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
    await pipeline(chunks, measured, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    return { path, size, sha256: hash.digest("hex") };
  } catch (error) {
    await rm(path, { force: true });
    throw asFileError(error);
  }
}
