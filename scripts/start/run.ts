import { migrate } from "@mintreu/db/migrate";
import { Problem } from "@mintreu/db/problem";
import { runTasks } from "./build.ts";
import { type Child, startChild } from "./children.ts";
import { openDatabase, seedMarketplace } from "./database.ts";
import { seedArticles } from "./demo-articles.ts";
import type { Configuration } from "./env.ts";
import { checkPort } from "./ports.ts";
import { say, step, table } from "./progress.ts";
import type { System } from "./system.ts";
import { untilChanged } from "./watch.ts";

/** The wish to end: `stop` once, `hurry` when it was said twice. */
export interface Wishes {
  stop: AbortSignal;
  hurry: AbortSignal;
}

/** What a test replaces: the processes, and the work before them. */
export interface Parts {
  describeSystem(configuration: Configuration, databaseUrl: string): System;
  prepare(configuration: Configuration, databaseUrl: string, signal: AbortSignal): Promise<void>;
}

/** One life of the processes. */
interface Round {
  system: System;
  tell(): void;
  /** Rejects when the database has ended. */
  ended: Promise<never>;
}

/**
 * Runs the system until it is wished to stop, and leaves nothing behind: whatever was started ends in the opposite order,
 * apps first and PostgreSQL last, however this ends.
 *
 * @throws Problem when it cannot start, or a part of it dies.
 */
export async function run(configuration: Configuration, parts: Parts, wishes: Wishes): Promise<void> {
  await using started = new AsyncDisposableStack();
  await checkPort("CUSTOMER_PORT", configuration.customerPort);
  await checkPort("CONSOLE_PORT", configuration.consolePort);
  const database = await step("Opening the database", () => openDatabase(configuration));
  started.defer(() => database.close());
  wishes.stop.throwIfAborted();
  await parts.prepare(configuration, database.url, wishes.stop);
  const system = parts.describeSystem(configuration, database.url);
  let told = false;
  const tell = () => {
    if (told) say("Ready again");
    else introduce(configuration);
    told = true;
  };
  while (!wishes.stop.aborted) {
    const round = runOnce({ system, tell, ended: database.ended.then(refuseToGoOn) }, configuration.dev, wishes);
    // While developing, an app that a mistake has ended comes back when the mistake is mended.
    await (configuration.dev ? round.catch((error) => complain(error, system, wishes.stop)) : round);
  }
}

/** Starts the processes, says when they serve and ends them: when it is wished, a source has changed or one has died. */
async function runOnce(round: Round, dev: boolean, wishes: Wishes): Promise<void> {
  await using running = new AsyncDisposableStack();
  const children = startSystem(round.system, running, wishes);
  const failed = Promise.race([...children.map(({ died }) => died), round.ended]);
  const end = Promise.race([failed, aborted(wishes.stop), ...(dev ? [untilChanged(round.system.watched)] : [])]);
  const serving = Promise.all(children.map(({ ready }) => ready)).then(() => true);
  if (await Promise.race([serving, end])) {
    round.tell();
    await end;
  }
  say(wishes.stop.aborted ? "Stopping …" : "Restarting …");
}

async function complain(error: unknown, system: System, stop: AbortSignal): Promise<void> {
  if (!(error instanceof Problem)) throw error;
  say(`${error.message} Waiting for a change …`);
  await Promise.race([untilChanged(system.watched), aborted(stop)]);
}

/** Everything between an open database and the first process. */
export async function prepare(configuration: Configuration, url: string, signal: AbortSignal): Promise<void> {
  const { demo, dev } = configuration;
  // The client is generated code: on a fresh clone neither the seed nor a build works before.
  await step("Generating code", () => runTasks(["generate"], signal));
  await step("Bringing the database up to date", () => migrate(url));
  signal.throwIfAborted();
  if (demo) await step("Seeding the demo marketplace", () => seedMarketplace(url));
  if (demo) await step("Importing the demo's articles", () => seedArticles(configuration, url));
  signal.throwIfAborted();
  if (!dev) await step("Building the apps (a minute or two the first time)", () => runTasks(["build"], signal));
}

function startSystem(system: System, running: AsyncDisposableStack, wishes: Wishes): Child[] {
  const worker = startChild(system.worker);
  running.defer(() => worker.stop(wishes.hurry));
  const apps = system.apps.map(startChild);
  running.defer(async () => {
    await Promise.all(apps.map((app) => app.stop(wishes.hurry)));
  });
  return [...apps, worker];
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function refuseToGoOn(): never {
  throw new Problem("PostgreSQL ended by itself: see postgres.log in DATA_DIR.");
}

function introduce({ customerUrl, consoleUrl, demo, dataDir, databaseUrl }: Configuration): void {
  const rows: [string, string][] = [
    ["Customer app", customerUrl],
    ["Console", consoleUrl],
    ["Data", databaseUrl ? `${dataDir} and the database of DATABASE_URL` : dataDir],
    ["Mail log", `${consoleUrl}/mail, where sign-in links are read until a mail server is set`],
  ];
  if (demo)
    rows.push(["Sign in as a customer", `${customerUrl}/demo`], ["as a developer or admin", `${consoleUrl}/demo`]);
  say(`\n${table(rows)}\n\nCtrl-C stops everything.\nMintreu Support is ready`);
}
