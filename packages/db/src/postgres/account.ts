import { execFileSync, type SpawnOptions, spawnSync } from "node:child_process";
import { searchPath } from "../env.ts";
import { Problem } from "../problem.ts";
import type { Binaries } from "./binaries.ts";

/** How to start a program that refuses to run as root: as whom, and behind which wrapper. */
export interface Account {
  uid?: number;
  gid?: number;
  wrapper: string[];
}

/** What a spawned program needs from its account and nothing of our own environment, which may hold secrets. */
export function spawnArguments(account: Account, command: string[]): [string, string[], SpawnOptions] {
  const [program = "", ...rest] = [...account.wrapper, ...command];
  const wrapped = account.wrapper.length > 0;
  // NODE_ENV only because the types of Next declare that no environment is without it.
  const env = { PATH: searchPath, LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" as const };
  return [program, rest, { cwd: "/", env, ...(wrapped ? {} : { uid: account.uid, gid: account.gid }) }];
}

/**
 * Chooses the account PostgreSQL runs under: ours, or as root one that is not root and yet reaches the folder and the programs.
 *
 * A folder such as /root is closed to others. Rather than open it, the server gets the one capability that walks through.
 */
export function chooseAccount(folder: string, binaries: Binaries): Account {
  if (process.getuid?.() !== 0) return { wrapper: [] };
  const ids = findUser("postgres") ?? createUser() ?? findUser("nobody");
  if (!ids)
    throw new Problem("PostgreSQL does not run as root and no other user was found: run this as an ordinary user.");
  const candidates: Account[] = [
    { ...ids, wrapper: [] },
    ...["dac_read_search", "dac_override"].map((capability) => ({ ...ids, wrapper: walkThrough(ids, capability) })),
  ];
  const found = candidates.find((account) => reaches(account, folder, binaries));
  if (found) return found;
  throw new Problem(
    `PostgreSQL does not run as root, and its user cannot reach ${folder}: ` +
      "run this as an ordinary user, or from a folder whose parents others may enter.",
  );
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function createUser(): { uid: number; gid: number } | undefined {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
  return findUser("postgres");
}

function walkThrough({ uid, gid }: { uid: number; gid: number }, capability: string): string[] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  // access(2) ignores capabilities of a user who is not root, and initdb asks it for its programs, unless this bit is set.
  const access = "--securebits=+no_setuid_fixup";
  return ["setpriv", ...identity, access, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
}

function reaches(account: Account, folder: string, binaries: Binaries): boolean {
  // Shows its settings after it has found the other programs, and makes nothing.
  const check = ["/bin/sh", "-c", '"$1" --show --pgdata="$2/postgres" && cd "$2"', "sh", binaries.initdb, folder];
  const [program, args, options] = spawnArguments(account, check);
  return spawnSync(program, args, { ...options, stdio: "ignore" }).status === 0;
}
