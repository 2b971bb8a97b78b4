import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../core/actor.ts";

/** An app in a process of its own, always at the same address. */
export interface AppProcess {
  url(app: App): string;
  start(): Promise<void>;
  /** Ends it at once, as a machine that loses its power. */
  kill(): Promise<void>;
  /** Asks it to stop, as a deploy does. @returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts an app in a process of its own. */
export async function startApp(app: App, databaseUrl: string): Promise<AppProcess> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...{ ...process.env, NODE_ENV: "production" as const, DATABASE_URL: databaseUrl, PORT: String(port) },
    ...{ CUSTOMER_URL: url, CONSOLE_URL: url, DATA_DIR: mkdtempSync(join(tmpdir(), "mintreu-app-")) },
  };
  let child: ChildProcess;
  const start = async () => {
    child = fork(join(import.meta.dirname, "serve-app.ts"), [app], {
      env,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await Promise.race([once(child, "message"), failed(child)]);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = await once(child, "exit");
    return code as number | null;
  };
  await start();
  return {
    url: () => url,
    start,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Error(`the app ended with ${code} before it was ready`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("a listening server has a port");
  return address.port;
}
