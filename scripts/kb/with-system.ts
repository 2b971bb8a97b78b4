import { findPostgres } from "@mintreu/db/postgres";
import { Problem } from "@mintreu/db/problem";
import type { System } from "../../packages/api/src/core/system.ts";
import type { Context } from "../../packages/api/src/core/transact.ts";
import { runTasks } from "../start/build.ts";
import { openDatabase } from "../start/database.ts";
import { readConfiguration } from "../start/env.ts";
import { describeSystem } from "../start/system.ts";

/** Works with the system of the settings, whether it is running or not. */
export async function withSystem(work: (system: System) => Promise<void>): Promise<void> {
  const configuration = readConfiguration(process.env);
  await runTasks(["generate"], new AbortController().signal);
  const running = configuration.databaseUrl ?? findPostgres(configuration.dataDir);
  const database = await openDatabase({ ...configuration, databaseUrl: running });
  try {
    // What needs the generated client is loaded after it was generated.
    const { migrate } = await import("@mintreu/db/migrate");
    const { createSystem } = await import("../../packages/api/src/server/create-system.ts");
    const { readEnv, settingsOf } = await import("../../packages/api/src/env.ts");
    await migrate(database.url);
    const { env } = describeSystem(configuration, database.url).worker;
    const settings = settingsOf(readEnv({ ...process.env, ...env }));
    const system = await createSystem({ databaseUrl: database.url, settings, name: "mintreu kb" });
    await work(system).finally(() => system.close());
  } finally {
    await database.close();
  }
}

/** The desk that is meant, the platform's when none is named; and whoever is at this machine, as its first admin. */
export async function deskAndAdmin(
  system: System,
  slug?: string,
): Promise<{ context: Context; deskId: string; name: string }> {
  const { prisma } = system.db;
  const desk = await prisma.desk.findFirst({ where: slug ? { slug } : { kind: "platform" }, orderBy: { slug: "asc" } });
  if (!desk) {
    const desks = await prisma.desk.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
    if (desks.length === 0) throw new Problem("There is no desk yet. Start the system once, or run pnpm seed.");
    const there = desks.map((one) => one.slug).join(", ");
    throw new Problem(`There is no desk ${slug ?? "of the platform"}. There are: ${there}.`);
  }
  const admin = await prisma.person.findFirst({ where: { role: "admin" }, orderBy: { id: "asc" } });
  if (!admin) throw new Problem("There is no admin yet, in whose name articles could be written.");
  const { id: personId, name, role } = admin;
  const actor = { personId, name, role, app: "console", sessionId: "" } as const;
  return { context: { system, actor }, deskId: desk.id, name: desk.name };
}
