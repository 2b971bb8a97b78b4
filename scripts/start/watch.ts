import { watch } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Resolves once a source file in one of the folders has changed and the writing has calmed down. */
export async function untilChanged(folders: string[]): Promise<void> {
  const watchers = folders.map((folder) => watch(folder, { recursive: true, persistent: false }));
  const isSource = (name: string | Buffer | null) =>
    /\.(ts|tsx|json)$/.test(`${name}`) && !/\.test\.tsx?$/.test(`${name}`);
  await new Promise<void>((resolve) => {
    for (const watcher of watchers) watcher.on("change", (_event, name) => isSource(name) && resolve());
  });
  for (const watcher of watchers) watcher.close();
  await wait(150);
}
