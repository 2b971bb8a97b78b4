/** `pnpm seed [--conversations N]`: the demo marketplace, and for measuring any number of conversations on top. */
import { parseArgs } from "node:util";
import { migrate } from "@mintreu/db/migrate";
import { findPostgres } from "@mintreu/db/postgres";
import { Problem } from "@mintreu/db/problem";
import pg from "pg";
import { runTasks } from "./start/build.ts";
import { openDatabase, seedMarketplace } from "./start/database.ts";
import { seedArticles } from "./start/demo-articles.ts";
import { loadEnvFile, readConfiguration } from "./start/env.ts";
import { describeFailure } from "./start/failure.ts";
import { step } from "./start/progress.ts";

try {
  loadEnvFile();
  await seed(readConversations(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}

function readConversations(args: string[]): number {
  const options = { conversations: { type: "string" } } as const;
  // pnpm hands on the "--" that parts its own options from ours.
  const { values } = parseArgs({ args: args.filter((arg) => arg !== "--"), options });
  const count = Number(values.conversations ?? 0);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Problem("--conversations must be a whole number.");
}

async function seed(conversations: number): Promise<void> {
  const configuration = readConfiguration(process.env);
  await runTasks(["generate"], new AbortController().signal);
  const running = configuration.databaseUrl ?? findPostgres(configuration.dataDir);
  const database = await openDatabase({ ...configuration, databaseUrl: running });
  try {
    await migrate(database.url);
    await step("Seeding the demo marketplace", () => seedMarketplace(database.url));
    await step("Importing the demo's articles", () => seedArticles(configuration, database.url));
    if (conversations > 0) {
      await step(`Seeding ${conversations} conversations`, () => seedBulk(database.url, conversations));
    }
  } finally {
    await database.close();
  }
}

async function seedBulk(url: string, count: number): Promise<void> {
  const { seedConversations } = await import("@mintreu/db/seed/bulk");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await seedConversations(client, count);
  } finally {
    await client.end();
  }
}
