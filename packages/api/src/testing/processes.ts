import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../core/actor.ts";

/** A process of ours, which can be started again. */
interface OwnProcess {
  start(): Promise<void>;
  /** Ends it at once, as a machine that loses its power. */
  kill(): Promise<void>;
  /** Asks it to stop, as a deploy does. @returns its exit code. */
  stop(): Promise<number | null>;
}

/** An app in a process of its own, always at the same address. */
export interface AppProcess extends OwnProcess {
  url(app: App): string;
}

/** Starts an app in a process of its own. */
export async function startApp(app: App, databaseUrl: string): Promise<AppProcess> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { PORT: String(port), CUSTOMER_URL: url, CONSOLE_URL: url, DATABASE_URL: databaseUrl };
  const own = ownProcess([join(import.meta.dirname, "serve-app.ts"), app], env);
  await own.start();
  return { ...own, url: () => url };
}

/** The worker in a process of its own, not started yet. */
export function workerProcess(databaseUrl: string): OwnProcess {
  return ownProcess([join(import.meta.dirname, "../server/worker.ts")], { DATABASE_URL: databaseUrl });
}

function ownProcess([file = "", ...args]: string[], settings: Record<string, string>): OwnProcess {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "mintreu-app-"));
  const env = { ...process.env, NODE_ENV: "production" as const, DATA_DIR, ...settings };
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    child.kill(signal);
    const [code] = await once(child, "exit");
    return code as number | null;
  };
  return {
    start: async () => {
      child = fork(file, args, { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
      await Promise.race([once(child, "message"), failed(child)]);
    },
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
