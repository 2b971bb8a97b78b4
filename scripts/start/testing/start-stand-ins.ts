/** The start as it is, with stand-ins for the apps and nothing to build. */
import { join } from "node:path";
import { main } from "../main.ts";
import { describeSystem } from "../system.ts";

const script = join(import.meta.dirname, "stand-in.ts");

await main(
  {
    describeSystem(configuration, databaseUrl) {
      const { apps, worker, watched } = describeSystem(configuration, databaseUrl);
      const standIn = (spec: typeof worker) => ({
        ...spec,
        script,
        cwd: import.meta.dirname,
        env: { ...spec.env, NAME: spec.name },
      });
      return { apps: apps.map(standIn), worker: standIn(worker), watched };
    },
    prepare: async () => {},
  },
  process.argv.slice(2),
);
