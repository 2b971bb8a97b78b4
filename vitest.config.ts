import { defineConfig } from "vitest/config";

const UNIT = ["src/**/*.test.ts", "src/**/*.test.tsx"];
// Some measure a time, on machines that others use as well: what fails twice is a fault.
const unit = (root: string) => ({
  test: { name: root.replace("packages/", ""), root, include: UNIT, testTimeout: 15_000, retry: 1 },
});

export default defineConfig({
  test: {
    // Much of a test is waiting for PostgreSQL: one a core, the main thread's included.
    maxWorkers: "100%",
    globalSetup: "packages/db/src/testing/postgres-setup.ts",
    projects: [
      unit("packages/db"),
      unit("packages/api"),
      unit("packages/ui"),
      { test: { name: "scripts", root: "scripts", include: ["**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "console", root: "apps/console", include: ["components/**/*.test.ts"] } },
      { test: { name: "customer", root: "apps/customer", include: ["{components,light}/**/*.test.ts"] } },
      // Drives the built system with two browsers: one file after the other.
      {
        test: {
          name: "e2e",
          root: "e2e",
          include: ["**/*.test.ts"],
          globalSetup: `${import.meta.dirname}/e2e/setup/global-setup.ts`,
          fileParallelism: false,
          // Two browsers and a whole system on a shared machine: what fails twice is a fault.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
