import { join } from "node:path";
import type { ChildSpec } from "./children.ts";
import type { Configuration } from "./env.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

/** The processes of the system: the two apps, and the worker, which ends after them. */
export interface System {
  apps: ChildSpec[];
  worker: ChildSpec;
  /** Folders whose change restarts all of it while developing. */
  watched: string[];
}

/** What runs, for a configuration and the database that was opened for it. */
export function describeSystem(configuration: Configuration, databaseUrl: string): System {
  const { customerPort, consolePort, customerUrl, consoleUrl, demo, dataDir, dev } = configuration;
  const shared = {
    DATABASE_URL: databaseUrl,
    CUSTOMER_URL: customerUrl,
    CONSOLE_URL: consoleUrl,
    DEMO: demo ? "on" : "off",
    DATA_DIR: dataDir,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const app = (folder: string, own: { PORT: string; PUBLIC_URL: string }): ChildSpec => ({
    name: folder.replace("apps/", "").replace("customer", "customer app"),
    script: join(REPOSITORY, folder, "server.ts"),
    cwd: join(REPOSITORY, folder),
    env: { ...shared, ...own },
  });
  return {
    apps: [
      app("apps/customer", { PORT: `${customerPort}`, PUBLIC_URL: customerUrl }),
      app("apps/console", { PORT: `${consolePort}`, PUBLIC_URL: consoleUrl }),
    ],
    worker: {
      name: "worker",
      script: join(REPOSITORY, "packages/api/src/server/worker.ts"),
      cwd: join(REPOSITORY, "packages/api"),
      env: shared,
    },
    watched: [join(REPOSITORY, "packages/api/src"), join(REPOSITORY, "packages/db/src")],
  };
}
