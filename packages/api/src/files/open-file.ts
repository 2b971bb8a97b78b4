import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "../core/errors.ts";
import type { ReaderContext } from "../core/reader.ts";
import type { System } from "../core/system.ts";
import { accessFile, type FileAccess } from "./access.ts";
import { isPicture } from "./file-type.ts";
import { folderOf } from "./keys.ts";
import { scalePicture } from "./picture.ts";
import { incomingPath } from "./receive.ts";
import { PICTURE_WIDTHS } from "./schema.ts";
import { type ByteRange, type Storage, storageOf } from "./storage.ts";

/** A file that is about to be sent to somebody who may have it. */
export interface OpenedFile {
  name: string;
  type: string;
  size: number;
  public: boolean;
  /** One for these bytes alone: they never change. */
  etag: string;
  /** Whether this process wrote every byte of it, so that a browser may show it. */
  ours: boolean;
  read(range?: ByteRange): Promise<Readable>;
}

/**
 * Opens a file for somebody, or a picture in one of its widths; one that is not as wide stays as it is.
 *
 * @throws NOT_FOUND for what is not there, what somebody may not have, and a width that there is not.
 */
export async function openFile(context: ReaderContext, id: string, width: number | null): Promise<OpenedFile> {
  if (width !== null && !PICTURE_WIDTHS.some((known) => known === width)) throw new DomainError("NOT_FOUND");
  const file = await accessFile(context, id);
  const storage = await storageOf(context.system);
  const ours = isPicture(file.type);
  const narrower = ours && width !== null && width < (file.width ?? 0);
  const key = narrower ? await scaled(context.system, { file, storage, width }) : file.key;
  const size = narrower ? await storage.sizeOf(key) : file.size;
  if (size === null) throw new DomainError("NOT_FOUND");
  return {
    ...{ name: file.name, public: file.public, size, ours },
    type: narrower ? "image/webp" : file.type,
    etag: `"${file.id}${narrower ? `-${width}` : ""}"`,
    read: async (range) => {
      const stream = await storage.read(key, range);
      if (!stream) throw new DomainError("NOT_FOUND");
      return stream;
    },
  };
}

const making = new Map<string, Promise<void>>();

interface Wanted {
  file: FileAccess;
  storage: Storage;
  width: number;
}

/** The key of a picture in one width, made when it is first asked for and kept. */
async function scaled(system: System, { file, storage, width }: Wanted): Promise<string> {
  const key = `${folderOf(file.id)}/${width}.webp`;
  if ((await storage.sizeOf(key)) !== null) return key;
  const under = making.get(key) ?? make(system, { file, storage, width }, key).finally(() => making.delete(key));
  making.set(key, under);
  await under;
  return key;
}

async function make(system: System, { file, storage, width }: Wanted, key: string): Promise<void> {
  const whole = await storage.read(file.key);
  if (!whole) throw new DomainError("NOT_FOUND");
  const from = await incomingPath(system);
  try {
    await pipeline(whole, createWriteStream(from, { flags: "wx", mode: 0o600 }));
    const picture = await scalePicture(system, from, width);
    await storage.keep(picture.path, key, picture.type);
  } finally {
    await rm(from, { force: true });
  }
}
