import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createArticle } from "@mintreu/api/articles/create";
import { publishArticle } from "@mintreu/api/articles/publish";
import { newId } from "@mintreu/api/core/ids";
import { createSystem } from "@mintreu/api/server/create-system";
import { testSettings } from "@mintreu/api/testing/settings";
import { startDatabase } from "../database.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const TEXT = join(
  REPOSITORY,
  "packages/db/src/seed/articles/petrov-software/Ledgerleaf/first-invoice-with-ledgerleaf.md",
);

/** The built customer app with one article that anybody may read. */
export interface ArticleApp extends AsyncDisposable {
  origin: string;
  /** Where the article is. */
  path: string;
}

/** Builds the app where that is due, and starts it on a database of its own. */
export async function startArticleApp(): Promise<ArticleApp> {
  const turbo = join(REPOSITORY, "node_modules/.bin/turbo");
  execFileSync(turbo, ["run", "build", "--filter=@mintreu/customer"], { cwd: REPOSITORY, stdio: "ignore" });
  await using started = new AsyncDisposableStack();
  const database = await startDatabase();
  started.defer(() => database.stop());
  const path = await writeArticle(database.url);
  const folder = mkdtempSync(join(tmpdir(), "mintreu-bench-app-"));
  started.defer(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const cwd = join(REPOSITORY, "apps/customer");
  const own = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PORT: `${port}`,
    CUSTOMER_URL: origin,
    NODE_ENV: "production",
  };
  const app = fork(join(cwd, "server.ts"), { cwd, env: { ...process.env, ...own }, stdio: "ignore" });
  started.defer(async () => {
    app.kill("SIGINT");
    if (app.exitCode === null) await once(app, "exit");
  });
  await once(app, "message");
  const kept = started.move();
  return { origin, path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** @returns its address. */
async function writeArticle(databaseUrl: string): Promise<string> {
  const system = await createSystem({ databaseUrl, settings: testSettings({ demo: false }), name: "bench setup" });
  const { prisma } = system.db;
  const [deskId, personId] = [newId(), newId()];
  await prisma.desk.create({
    data: { id: deskId, kind: "platform", slug: "mintreu-support", name: "Mintreu Support" },
  });
  await prisma.person.create({ data: { id: personId, role: "admin", name: "Bench", email: "bench@example.com" } });
  const actor = { personId, name: "Bench", role: "admin", app: "console", sessionId: "" } as const;
  const body = readFileSync(TEXT, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
  const about = { deskId, title: "Write your first invoice", summary: "From an empty book to a sent invoice.", body };
  const { id, slug } = await createArticle({ system, actor }, about);
  await publishArticle({ system, actor }, { id, revision: 1 });
  await system.close();
  return `/help/articles/${slug}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
