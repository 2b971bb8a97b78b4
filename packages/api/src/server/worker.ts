import { readEnv, settingsOf } from "../env.ts";
import { createSystem } from "./create-system.ts";
import { startJobs } from "./jobs.ts";
import { onStop } from "./stop.ts";

const env = readEnv();
const system = await createSystem({ databaseUrl: env.DATABASE_URL, settings: settingsOf(env), name: "mintreu worker" });
const jobs = await startJobs(system);
onStop(async () => {
  await jobs.stop();
  await system.close();
});
process.send?.("ready");
