import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase } from "@mintreu/db/testing/database";
import pg from "pg";
import { expect, test } from "vitest";
import { seedMarketplace } from "./database.ts";
import { seedArticles } from "./demo-articles.ts";
import { readConfiguration } from "./env.ts";

test("the demo's articles are there to be read, with figures; seeding again changes nothing", async () => {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "mintreu-articles-"));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const count = async (table: string) => Number((await client.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
  try {
    await seedMarketplace(database.url);
    const configuration = readConfiguration({ DATA_DIR: dataDir });
    await seedArticles(configuration, database.url);
    const articles = await count("article");
    expect(articles).toBeGreaterThan(50);
    expect(await count("article_page")).toBe(articles);
    expect(await count("article_vote")).toBeGreaterThan(100);
    expect(await count("article_ticket")).toBeGreaterThan(8);
    expect(await count("collection WHERE product_id IS NOT NULL")).toBeGreaterThan(5);
    await seedArticles(configuration, database.url);
    expect(await count("article_revision")).toBe(articles);
  } finally {
    await client.end();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
