import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../migrate.ts";
import { startPostgres } from "../postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated template on the PostgreSQL of this run. */
    templateUrl: string;
  }
}

/** Vitest's global setup: one PostgreSQL for the run in a folder of its own, with a migrated template to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "mintreu-test-"));
  const stack = new AsyncDisposableStack();
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  try {
    // Nothing here outlives the run, so nothing needs to reach the disk.
    const postgres = await startPostgres(folder, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
    stack.defer(() => postgres.stop());
    project.provide("templateUrl", await makeTemplate(postgres.url));
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
  return () => stack.disposeAsync();
}

async function makeTemplate(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE DATABASE template_mintreu");
  await client.end();
  const templateUrl = new URL("/template_mintreu", url).href;
  await migrate(templateUrl);
  return templateUrl;
}
