/** `pnpm start` and `pnpm dev`: everything, from an empty folder to a running system. */
import { main } from "./start/main.ts";
import { prepare } from "./start/run.ts";
import { describeSystem } from "./start/system.ts";

await main({ describeSystem, prepare }, process.argv.slice(2));
