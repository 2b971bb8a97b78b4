import { expect, test } from "vitest";
import { checkBoundaries } from "./check.ts";
import { MOST_LINES } from "./rules.ts";

const API = "packages/api/src";

/** Faults of one file among others that exist and are used. */
function faultsOf(path: string, text: string): string[] {
  const others = [
    "packages/db/src/client.ts",
    "packages/ui/src/kit/Button.tsx",
    `${API}/conversations/schema.ts`,
    `${API}/conversations/reply.ts`,
    `${API}/conversations/queries.ts`,
    `${API}/conversations/router.ts`,
  ].map((other): [string, string] => [other, "export const thing = 1;"]);
  return checkBoundaries(new Map([...others, [path, text]])).filter(
    (fault) => fault.startsWith(path) && !fault.includes("is used by nothing"),
  );
}

test.each([
  ["packages/db/src/a.ts", 'import { thing } from "@mintreu/api/conversations/reply";'],
  [`${API}/chat/a.ts`, 'import { thing } from "@mintreu/ui/kit/Button";'],
  ["packages/ui/src/a.tsx", 'import { thing } from "@mintreu/db/client";'],
  ["packages/ui/src/a.tsx", 'import { thing } from "@mintreu/api/conversations/reply";'],
  ["packages/ui/src/a.tsx", 'const reply = await import("@mintreu/api/conversations/reply");'],
  ["packages/ui/src/a.tsx", 'export { thing } from "@mintreu/api/conversations/reply";'],
  ["apps/customer/app/page.tsx", 'import { thing } from "@mintreu/db/client";'],
  ["apps/customer/app/page.tsx", 'import type { thing } from "../../console/app/page.tsx";'],
  [`${API}/conversations/rules.ts`, 'import { thing } from "./reply.ts";'],
  [`${API}/conversations/schema.ts`, 'import { createHash } from "node:crypto";'],
  [`${API}/conversations/close.ts`, 'import { TRPCError } from "@trpc/server";'],
  [`${API}/root.ts`, 'import { thing } from "@mintreu/db/client";'],
  [`${API}/chat/take.ts`, 'import { thing } from "../conversations/queries.ts";'],
  [`${API}/chat/take.ts`, "export const url = process.env.DATABASE_URL;"],
  [`${API}/chat/take.ts`, "\n".repeat(MOST_LINES)],
])("%s may not hold: %s", (path, text) => {
  expect(faultsOf(path, text)).toHaveLength(1);
});

test.each([
  ["packages/ui/src/a.tsx", 'import { thing } from "@mintreu/api/conversations/schema";'],
  ["packages/ui/src/a.tsx", 'import type { thing } from "@mintreu/api/conversations/reply";'],
  ["packages/ui/src/a.tsx", 'import { type thing } from "@mintreu/api/conversations/reply";'],
  ["apps/customer/app/page.tsx", 'import { thing } from "@mintreu/ui/kit/Button";'],
  [`${API}/conversations/router.ts`, 'import { initTRPC } from "@trpc/server";'],
  [`${API}/chat/take.ts`, 'import { thing } from "../conversations/reply.ts";'],
  [`${API}/chat/take.ts`, 'import { thing } from "@mintreu/db/client";'],
  [`${API}/env.ts`, "export const url = process.env.DATABASE_URL;"],
  [`${API}/chat/take.ts`, "// process.env is not read here"],
])("%s may hold: %s", (path, text) => {
  expect(faultsOf(path, text)).toEqual([]);
});

test("a file that only its test imports is unused", () => {
  const files = new Map([
    [`${API}/chat/take.ts`, "export const take = 1;"],
    [`${API}/chat/take.test.ts`, 'import { take } from "./take.ts";'],
  ]);
  expect(checkBoundaries(files)).toEqual([`${API}/chat/take.ts:1 is used by nothing but tests`]);
});

test("two files that need each other while loading are found", () => {
  const files = new Map([
    [`${API}/chat/one.ts`, 'import { other } from "./other.ts";'],
    [`${API}/chat/other.ts`, 'import { one } from "./one.ts";'],
  ]);
  expect(checkBoundaries(files)).toEqual([
    `${API}/chat/one.ts:1 needs itself while loading: ${API}/chat/one.ts → ${API}/chat/other.ts → ${API}/chat/one.ts`,
  ]);
});
