import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copySources, followGuide } from "./guide.ts";
import { readDocument } from "./markdown.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const GUIDE = "docs/adding-a-feature.md";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mintreu-guide-"));
  copySources(folder);
  followGuide(readDocument(GUIDE, readFileSync(join(REPOSITORY, GUIDE), "utf8")), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("whoever does what adding-a-feature.md says has a change that compiles, in every package", () => {
  expect(run("packages/db", "node", "src/generate.ts")).toBe("");
  for (const path of ["packages/api", "packages/ui", "apps/console", "apps/customer"])
    expect(run(path, "tsc")).toBe("");
}, 120_000);

/** @returns what it said when it failed; nothing otherwise. */
function run(path: string, program: string, ...args: string[]): string {
  const cwd = join(folder, path);
  const PATH = [join(cwd, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, PATH },
    encoding: "utf8",
  });
  return status === 0 ? "" : `${path}: ${error?.message ?? ""}${stdout ?? ""}${stderr ?? ""}`;
}
