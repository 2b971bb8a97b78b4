import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Configuration } from "./env.ts";
import { describeSystem } from "./system.ts";

/**
 * Imports the demo's articles as those who answer for them, and adds what readers did with them. Where there are articles
 * already, it does nothing.
 */
export async function seedArticles(configuration: Configuration, databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM article LIMIT 1");
    if (rowCount) return;
    await importAll(configuration, databaseUrl, client);
  } finally {
    await client.end();
  }
}

async function importAll(configuration: Configuration, databaseUrl: string, client: pg.Client): Promise<void> {
  // What needs the generated client is loaded after it was generated.
  const { createSystem } = await import("../../packages/api/src/server/create-system.ts");
  const { readEnv, settingsOf } = await import("../../packages/api/src/env.ts");
  const { importArticles } = await import("../../packages/api/src/articles/transfer/import-articles.ts");
  const { folderSource } = await import("../../packages/api/src/articles/transfer/folder-source.ts");
  const { refreshSums } = await import("../../packages/api/src/articles/refresh-sums.ts");
  const { seedReaders } = await import("@mintreu/db/seed/readers");
  const { ARTICLES_FOLDER, AUTHORS } = await import("@mintreu/db/seed/help");
  const settings = settingsOf(readEnv({ ...process.env, ...describeSystem(configuration, databaseUrl).worker.env }));
  const system = await createSystem({ databaseUrl, settings, name: "mintreu seed" });
  try {
    for (const { desk, author } of AUTHORS) {
      const folder = join(ARTICLES_FOLDER, desk.slug);
      if (!existsSync(folder)) continue;
      const { id: personId, name, role } = author;
      const actor = { personId, name, role, app: "console", sessionId: "" } as const;
      const source = await folderSource(folder);
      await importArticles({ system, actor }, { deskId: desk.id, productId: null, draft: false, source });
    }
    await seedReaders(client);
    await refreshSums(system);
  } finally {
    await system.close();
  }
}
