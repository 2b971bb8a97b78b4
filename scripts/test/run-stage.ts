import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stage } from "./stages.ts";
import { TOTALS_FILE, type Totals } from "./totals-reporter.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

/** How a stage went. */
export interface Outcome {
  ok: boolean;
  passed: number;
  failed: number;
  /** Names of tests that passed only when they were tried again. */
  again: readonly string[];
  seconds: number;
  output: string;
}

/** Runs a stage to its end. */
export async function runStage(stage: Stage): Promise<Outcome> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "mintreu-stage-"));
  const file = join(folder, "totals.json");
  const { code, output } = await runCommand(stage.command, { [TOTALS_FILE]: file });
  const { passed, failed, again } = readTotals(file);
  rmSync(folder, { recursive: true, force: true });
  const ok = code === 0 && failed === 0;
  const seconds = (performance.now() - started) / 1000;
  // Broken before or beside its tests: that is a failure too.
  return { ok, passed, failed: ok ? 0 : Math.max(1, failed), again, seconds, output };
}

function runCommand(
  [program = "", ...args]: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: REPOSITORY,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: "1",
        NEXT_TELEMETRY_DISABLED: "1",
        DO_NOT_TRACK: "1",
        CI: "1",
        ...env,
      },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

function readTotals(file: string): Totals {
  // A stage without tests writes none, nor does Vitest when it breaks: its exit code tells.
  if (!existsSync(file)) return { passed: 0, failed: 0, again: [] };
  return JSON.parse(readFileSync(file, "utf8"));
}
