import { createDatabase } from "@mintreu/db/client";
import { Committer } from "../core/committer.ts";
import type { Settings, System } from "../core/system.ts";
import type { Bus } from "../live/bus.ts";
import { PostgresBus } from "../live/postgres-bus.ts";
import { Sweeper } from "../live/sweeper.ts";
import { Engines } from "../search/engines.ts";
import { PostgresEngine } from "../search/postgres/postgres-engine.ts";
import { TypesenseEngine } from "../search/typesense/typesense-engine.ts";

interface Options {
  databaseUrl: string;
  settings: Settings;
  /** Name of the process, for pg_stat_activity. */
  name: string;
  bus?: Bus;
  clock?: () => Date;
}

/** Everything use cases work with, and how to let go of it. */
export interface RunningSystem extends System {
  close(): Promise<void>;
}

/** Connects to the database and the bus. */
export async function createSystem(options: Options): Promise<RunningSystem> {
  const { databaseUrl, settings, name, clock = () => new Date() } = options;
  const db = createDatabase(databaseUrl, { name });
  const bus = options.bus ?? (await PostgresBus.connect(databaseUrl));
  const committer = new Committer(() => system);
  bus.onForeign((wake) => {
    if (wake.kind === "changed") committer.changedElsewhere(wake.conversationId);
  });
  const sweeper = new Sweeper(() => system);
  const engines = new Engines(
    new PostgresEngine(db.pool),
    settings.typesense && new TypesenseEngine(settings.typesense),
  );
  const close = async () => {
    await bus.close();
    await db.close();
  };
  const system: RunningSystem = { db, bus, settings, clock, committer, sweeper, engines, close };
  return system;
}
