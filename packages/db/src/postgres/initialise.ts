import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import { type Account, spawnArguments } from "./account.ts";
import type { Binaries } from "./binaries.ts";

/** What a new cluster is made of. */
export interface NewCluster {
  binaries: Binaries;
  account: Account;
  /** Folder of the cluster; made when missing. */
  cluster: string;
  password: string;
}

/**
 * Makes an empty cluster unless the folder holds one. One that was cut short is made again.
 *
 * Sorting is by PostgreSQL's own C.UTF-8, so that it is the same on every machine and an upgrade of the system's C library
 * corrupts no index; only the classes of characters come from the system.
 */
export function initialise({ binaries, account, cluster, password }: NewCluster): void {
  if (existsSync(join(cluster, "PG_VERSION")) && existsSync(join(cluster, "global/pg_control"))) return;
  const ctypes = [platform() === "linux" ? "C.UTF-8" : "en_US.UTF-8", "C"];
  const outcomes = ctypes.map((ctype) => () => runInitdb({ binaries, account, cluster, password }, ctype));
  let output = "";
  for (const attempt of outcomes) {
    const result = attempt();
    if (result.status === 0) return;
    output = `${result.stderr ?? ""}${result.error ?? ""}`;
  }
  throw new Problem(`The database could not be created in ${cluster}: ${output.trim().split("\n").at(-1)}.`);
}

function runInitdb({ binaries, account, cluster, password }: NewCluster, ctype: string) {
  const passwordFile = `${cluster}.password`;
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  chmodSync(cluster, 0o700);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(cluster, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const [program, args, options] = spawnArguments(account, [
    ...[
      binaries.initdb,
      `--pgdata=${cluster}`,
      "--username=mintreu",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
    ],
    ...[
      "--encoding=UTF8",
      "--locale=C",
      `--lc-ctype=${ctype}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    "--data-checksums",
  ]);
  try {
    return spawnSync(program, args, { ...options, encoding: "utf8" });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
