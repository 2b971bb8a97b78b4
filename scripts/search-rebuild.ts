/** `pnpm search:rebuild`: fills the search index anew with everything there is, beside whatever runs, and swaps it in. */
import { findPostgres } from "@mintreu/db/postgres";
import { progressBar } from "./search/bar.ts";
import { runTasks } from "./start/build.ts";
import { openDatabase } from "./start/database.ts";
import { type Configuration, loadEnvFile, readConfiguration } from "./start/env.ts";
import { describeFailure } from "./start/failure.ts";
import { say } from "./start/progress.ts";
import { describeSystem } from "./start/system.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

try {
  loadEnvFile();
  await rebuildAll();
} catch (error) {
  const message = stop.signal.aborted ? "Stopped. The index is as it was." : describeFailure(error);
  process.stderr.write(`\n${message}\n`);
  process.exitCode = 1;
}

async function rebuildAll(): Promise<void> {
  const configuration = readConfiguration(process.env);
  await runTasks(["generate"], stop.signal);
  const running = configuration.databaseUrl ?? findPostgres(configuration.dataDir);
  const database = await openDatabase({ ...configuration, databaseUrl: running });
  try {
    await rebuildIn(database.url, configuration);
  } finally {
    await database.close();
  }
}

async function rebuildIn(databaseUrl: string, configuration: Configuration): Promise<void> {
  // What needs the generated client is loaded after it was generated.
  const { createSystem } = await import("../packages/api/src/server/create-system.ts");
  const { readEnv, settingsOf } = await import("../packages/api/src/env.ts");
  const { rebuild } = await import("../packages/api/src/search/rebuild.ts");
  const { env } = describeSystem(configuration, databaseUrl).worker;
  const settings = settingsOf(readEnv({ ...process.env, ...env }));
  const system = await createSystem({ databaseUrl, settings, name: "mintreu search:rebuild" });
  try {
    for (const engine of [system.engines.own, system.engines.other]) {
      if (!engine) continue;
      const started = performance.now();
      const bar = progressBar(`Indexing for ${engine.name}`);
      await rebuild(system, engine, { onProgress: bar.show, signal: stop.signal });
      bar.end();
      say(`Swapped in after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    }
  } finally {
    await system.close();
  }
}
