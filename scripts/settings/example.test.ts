import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeExample } from "./example.ts";

test(".env.example is what the settings say: node scripts/env-example.ts", async () => {
  const written = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
  expect(written).toBe(await writeExample());
  expect(written).toContain("CUSTOMER_PORT=3000");
});
