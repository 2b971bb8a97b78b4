import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The oldest version of each package in which known holes are closed; one that is not installed must not come in older. */
const FLOORS: Record<string, string> = {
  next: "16.4.1",
  ws: "8.21.1",
  "@trpc/server": "11.8.0",
  nodemailer: "10.1.4",
  "next-auth": "4.24.12",
  dompurify: "3.2.7",
  "markdown-it": "14.1.1",
};

const LOCK = readFileSync(join(import.meta.dirname, "../pnpm-lock.yaml"), "utf8");
/** Every version of a package that is installed, whoever asks for it. */
function versionsOf(name: string): string[] {
  const entries = LOCK.slice(LOCK.indexOf("\npackages:"), LOCK.indexOf("\nsnapshots:"));
  return [...entries.matchAll(/^ {2}'?((?:@[\w.-]+\/)?[\w.-]+)@(\d[^':(]*)'?:$/gm)].flatMap(
    ([, found, version = ""]) => (found === name ? version : []),
  );
}

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, "en", { numeric: true }) >= 0;
}

test.each(Object.entries(FLOORS))("%s is %s or newer wherever it is installed", (name, floor) => {
  expect(versionsOf(name).filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test("what we build on is found in the lock file", () => {
  for (const name of ["next", "ws", "@trpc/server", "next-auth"]) expect(versionsOf(name)).not.toEqual([]);
  expect(isAtLeast("8.21.0", "8.21.1")).toBe(false);
  expect(isAtLeast("10.0.0", "9.9.9")).toBe(true);
});
