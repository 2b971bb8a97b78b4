import type { TestProject } from "vitest/node";
import { type Addresses, RunningSystem } from "./running-system.ts";

declare module "vitest" {
  interface ProvidedContext {
    system: Addresses;
  }
}

/**
 * Vitest's global setup: one system for all files. With `E2E_SYSTEM` (its addresses as JSON) one that already runs is
 * used and left running, which is quicker while writing a test.
 *
 * @public named in vitest.config.ts
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.E2E_SYSTEM;
  if (given) {
    project.provide("system", JSON.parse(given));
    return async () => {};
  }
  const system = await RunningSystem.start();
  project.provide("system", { ...system.addresses, database: system.database });
  return () => system[Symbol.asyncDispose]();
}
