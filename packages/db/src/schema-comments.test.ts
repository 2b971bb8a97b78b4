import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "../prisma/schema");

const declarations = readdirSync(FOLDER).flatMap((file) => {
  const lines = readFileSync(join(FOLDER, file), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const name = /^(?:model|enum) (\w+)/.exec(line)?.[1];
    return name ? [{ name, above: lines[index - 1] ?? "" }] : [];
  });
});

test.each(declarations)("$name says what it is", ({ above }) => {
  expect(above).toMatch(/^\/\/\/ \S+/);
});

test("the schema has tables", () => {
  expect(declarations.length).toBeGreaterThan(10);
});
