import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Where the totals are written, by the environment: Vitest makes the reporter and passes it nothing. */
export const TOTALS_FILE = "MINTREU_TEST_TOTALS";

/** How many tests passed and failed, and the full names of those that passed only when they were tried again. */
export interface Totals {
  passed: number;
  failed: number;
  again: string[];
}

/**
 * Writes the totals of a run of Vitest into a file.
 *
 * @public loaded by Vitest
 */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env[TOTALS_FILE];
    if (!file) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state).length;
    const again = tests.filter((test) => test.diagnostic()?.flaky);
    const names = again.map((test) => `${test.module.relativeModuleId} > ${test.fullName}`);
    const totals: Totals = { passed: inState("passed"), failed: inState("failed"), again: names };
    writeFileSync(file, JSON.stringify(totals));
  }
}
