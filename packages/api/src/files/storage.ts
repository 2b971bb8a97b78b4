import type { Readable } from "node:stream";
import type { Settings, System } from "../core/system.ts";
import { localStorage } from "./storage/local.ts";

/** Bytes from the first to the last, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where kept bytes are: a folder, or S3. Keys are ours and have slashes. */
export interface Storage {
  /** Takes a finished file over. Under its key it is there whole or not at all; the file itself may be gone then. */
  keep(path: string, key: string, type: string): Promise<void>;
  /** @returns null when nothing has that key. */
  read(key: string, range?: ByteRange): Promise<Readable | null>;
  /** @returns null when nothing has that key. */
  sizeOf(key: string): Promise<number | null>;
  /** Everything whose key begins with this and a slash. */
  deleteAll(folder: string): Promise<void>;
  /** Every key that begins with this and a slash. */
  list(folder: string): AsyncIterable<string>;
}

const opened = new WeakMap<Settings, Promise<Storage>>();

/** The storage of the settings; one in a process. The SDK of S3 is loaded only where S3 is set. */
export function storageOf({ settings }: Pick<System, "settings">): Promise<Storage> {
  const known = opened.get(settings);
  if (known) return known;
  const opening = open(settings);
  opened.set(settings, opening);
  return opening;
}

async function open({ s3, dataDir }: Settings): Promise<Storage> {
  if (!s3) return localStorage(dataDir);
  const { s3Storage } = await import("./storage/s3.ts");
  return s3Storage(s3);
}
