import { readEnv, settingsOf } from "../env.ts";
import { startIndexer } from "../search/indexer.ts";
import { createSystem } from "./create-system.ts";
import { startJobs } from "./jobs.ts";
import { onStop } from "./stop.ts";

const env = readEnv();
const system = await createSystem({ databaseUrl: env.DATABASE_URL, settings: settingsOf(env), name: "mintreu worker" });
const jobs = await startJobs(system);
const indexer = startIndexer(system);
onStop(async () => {
  await Promise.all([jobs.stop(), indexer.stop()]);
  await system.close();
});
process.send?.("ready");
