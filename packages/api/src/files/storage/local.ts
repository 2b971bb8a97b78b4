import { createReadStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { Storage } from "../storage.ts";

/** Files in a folder of the data. */
export function localStorage(dataDir: string): Storage {
  const root = join(dataDir, "files", "kept");
  const disk = new Disk(new FSDriver({ location: root, visibility: "private" }));
  return {
    keep: async (path, key) => {
      // Not the driver's way of moving, which copies: a rename is there whole or not at all.
      await mkdir(dirname(join(root, key)), { recursive: true });
      await rename(path, join(root, key));
    },
    read: async (key, range) => {
      if (!(await disk.exists(key))) return null;
      return range ? createReadStream(join(root, key), range) : disk.getStream(key);
    },
    sizeOf: async (key) => ((await disk.exists(key)) ? (await disk.getMetaData(key)).contentLength : null),
    deleteAll: (folder) => disk.deleteAll(folder),
    list: async function* (folder) {
      const { objects } = await disk.listAll(folder, { recursive: true });
      for (const object of objects) if (object.isFile) yield object.key;
    },
  };
}
