import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** True when the process lives and its command line contains the text: a number alone may have been given to another. */
export function isRunning(pid: number | undefined, text: string): boolean {
  if (!pid) return false;
  try {
    if (platform() !== "linux") {
      return execFileSync("ps", ["-o", "args=", "-p", `${pid}`], { encoding: "utf8" }).includes(text);
    }
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) return false;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
  } catch {
    return false;
  }
}

/**
 * Clears what a killed start left in a cluster folder: a server that lost its keeper is stopped cleanly, a lock file whose
 * number now belongs to another process is removed, because PostgreSQL would take that process for itself.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const lock = join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (isRunning(pid, cluster)) {
    process.kill(pid, "SIGINT");
    while (isRunning(pid, cluster)) await wait(20);
  }
  rmSync(lock, { force: true });
}

/** True once the server has written into its lock file that it takes connections, as pg_ctl looks for it. */
export function isReady(cluster: string): boolean {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[7]?.trim() === "ready";
  } catch {
    return false;
  }
}
