import { readEnv } from "../env.ts";
import { createSystem } from "./create-system.ts";
import { startJobs } from "./jobs.ts";
import { onStop } from "./stop.ts";

const env = readEnv();
const settings = { customerUrl: env.CUSTOMER_URL, consoleUrl: env.CONSOLE_URL, demo: env.DEMO };
const system = await createSystem({ databaseUrl: env.DATABASE_URL, settings, name: "mintreu worker" });
const jobs = await startJobs(system);
onStop(async () => {
  await jobs.stop();
  await system.close();
});
process.send?.("ready");
