/**
 * Keeps one PostgreSQL server as a process of its own group, so that a terminal's Ctrl-C does not reach the server before
 * the apps have drained, and stops it cleanly as soon as the parent lets go of the channel, be it by kill -9.
 */
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { KeeperOrder } from "../postgres.ts";
import { spawnArguments } from "./account.ts";
import { clearLeftovers, isReady } from "./leftovers.ts";

process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.once("message", (order) => keep(order as KeeperOrder));

async function keep({ binaries, account, cluster, log, port, flags }: KeeperOrder): Promise<void> {
  await clearLeftovers(cluster);
  const [program, args, options] = spawnArguments(account, [
    ...[binaries.postgres, "-D", cluster, "-p", `${port}`],
    ...Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const output = openSync(log, "w", 0o600);
  const server = spawn(program, args, { ...options, stdio: ["ignore", output, output] });
  // Fast shutdown: open transactions are rolled back, then a checkpoint is written.
  const stop = () => server.kill("SIGINT");
  process.once("disconnect", stop);
  process.once("SIGTERM", stop);
  server.once("error", () => process.exit(1));
  server.once("exit", (code) => process.exit(code ?? 1));
  if (!process.connected) stop();
  while (!isReady(cluster)) await wait(10);
  if (process.connected) process.send?.("ready");
}
