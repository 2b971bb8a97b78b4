import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Problem } from "@mintreu/db/problem";
import { progressBar } from "../search/bar.ts";
import type { Arguments } from "./arguments.ts";
import { deskAndAdmin, withSystem } from "./with-system.ts";

/** Writes all articles of a desk into a folder that is empty or not there. */
export async function exportFolder({ folder, values }: Arguments): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Problem(
      `${folder} cannot be used (${error.code}). Name a folder that is empty, or that is not there yet.`,
    );
  });
  // What was deleted since would stay in it, and come back by an import.
  if (there.length > 0) throw new Problem(`${folder} is not empty. Name a folder that is, or that is not there yet.`);
  await withSystem(async (system) => {
    const { exportArticles } = await import("../../packages/api/src/articles/transfer/export-articles.ts");
    const { context, deskId, name } = await deskAndAdmin(system, values.desk);
    const { files, total } = await exportArticles(context, deskId);
    const bar = progressBar(`Exporting ${name}`);
    let done = 0;
    for await (const { path, open } of files) {
      const stream = await open();
      await mkdir(dirname(join(folder, path)), { recursive: true });
      if (stream) await pipeline(stream, createWriteStream(join(folder, path)));
      done++;
      bar.show({ done, total: Math.max(done, total) });
    }
    bar.end();
  });
}
