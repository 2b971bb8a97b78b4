import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Stage } from "./stages.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

const TOTALS = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** How a stage went. */
export interface Outcome {
  ok: boolean;
  passed: number;
  failed: number;
  seconds: number;
  output: string;
}

/** Runs a stage to its end. */
export async function runStage(stage: Stage): Promise<Outcome> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "mintreu-stage-"));
  const report = join(folder, "vitest.json");
  const command = stage.counts ? [...stage.command, `--outputFile.json=${report}`] : stage.command;
  const { code, output } = await runCommand(command);
  const { passed, failed } = stage.counts ? readTotals(report) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true, force: true });
  const ok = code === 0 && failed === 0;
  // Broken before or beside its tests: that is a failure too.
  return { ok, passed, failed: ok ? 0 : Math.max(1, failed), seconds: (performance.now() - started) / 1000, output };
}

function runCommand([program = "", ...args]: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: REPOSITORY,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", CI: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

function readTotals(report: string): { passed: number; failed: number } {
  try {
    const totals = TOTALS.parse(JSON.parse(readFileSync(report, "utf8")));
    return { passed: totals.numPassedTests, failed: totals.numFailedTests };
  } catch {
    // Vitest ended before it could write: its exit code tells.
    return { passed: 0, failed: 0 };
  }
}
