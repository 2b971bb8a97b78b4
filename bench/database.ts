import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@mintreu/db/migrate";
import { startPostgres } from "@mintreu/db/postgres";

/** A PostgreSQL of the bench's own, with the settings of the product. */
export interface BenchDatabase {
  url: string;
  stop(): Promise<void>;
}

/** Starts and migrates it; its data is deleted at the end. */
export async function startDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "mintreu-bench-"));
  const postgres = await startPostgres(folder);
  await migrate(postgres.url);
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
