/**
 * Generates the Prisma client into src/generated.
 *
 * `prisma generate` never runs the schema engine, but downloads it unless the variable below names an existing
 * file, and a machine that reaches nothing but the npm registry has nowhere to download it from.
 */
import { execFileSync } from "node:child_process";

execFileSync("prisma", ["generate"], {
  stdio: "inherit",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
