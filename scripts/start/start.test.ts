import { createServer } from "node:net";
import { expect, test } from "vitest";
import { Started } from "./testing/started.ts";

const READY = "Mintreu Support is ready\n";

test("one Ctrl-C ends apps, worker and database in this order and leaves nothing", async () => {
  await using started = await Started.start();
  await started.says(READY);
  expect(started.output).toContain("/demo");
  started.kill("SIGINT");
  expect(await started.exitCode).toBe(0);
  expect(started.lines("ended.log").slice(0, 2).sort()).toEqual(["console", "customer app"]);
  expect(started.lines("ended.log").slice(2)).toEqual(["worker"]);
  expect(started.lines("postgres.log").at(-1)).toContain("database system is shut down");
  await started.leavesNothing();
});

test("a Ctrl-C while the database is being made leaves nothing", async () => {
  await using started = await Started.start();
  await started.says("Opening the database");
  started.kill("SIGINT");
  expect(await started.exitCode).toBe(0);
  expect(started.output).not.toContain(READY);
});

test("a second Ctrl-C does not wait for an app that hangs", async () => {
  await using started = await Started.start({ STAND_IN_HANGS: "console" });
  await started.says(READY);
  started.kill("SIGINT");
  await started.says("Stopping");
  await expect.poll(() => started.lines("ended.log")).toEqual(["customer app"]);
  const asked = performance.now();
  // The first half second's signals count as one Ctrl-C.
  await expect.poll(() => performance.now() - asked, { timeout: 2000 }).toBeGreaterThan(500);
  started.kill("SIGINT");
  expect(await started.exitCode).toBe(0);
  expect(performance.now() - asked).toBeLessThan(5000);
  expect(started.lines("postgres.log").at(-1)).toContain("database system is shut down");
});

test("a part that dies ends everything, and the start fails", async () => {
  await using started = await Started.start({ STAND_IN_DIES: "worker" });
  expect(await started.exitCode).toBe(1);
  expect(started.output).toContain("The worker ended by itself (exit code 3)");
  await started.leavesNothing();
});

test("a start that is killed leaves nothing", async () => {
  await using started = await Started.start();
  await started.says(READY);
  started.kill("SIGKILL", "alone");
  await started.exitCode;
  await started.leavesNothing();
  expect(started.lines("postgres.log").at(-1)).toContain("database system is shut down");
});

test("a port in use is one sentence, and nothing is started", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await using started = await Started.start({ CONSOLE_PORT: `${port}` });
  expect(await started.exitCode).toBe(1);
  expect(started.output.trim()).toBe(`Port ${port} is in use: stop what uses it, or set CONSOLE_PORT to another port.`);
  expect(started.lines("postgres.json")).toEqual([]);
  server.close();
});

test("a database that cannot be reached is one sentence without its password", async () => {
  await using started = await Started.start({ DATABASE_URL: "postgresql://someone:secret@127.0.0.1:1/nowhere" });
  expect(await started.exitCode).toBe(1);
  expect(started.output).toContain("DATABASE_URL cannot be used, 127.0.0.1:1/nowhere says:");
  expect(started.output).not.toContain("secret");
});

test("a folder that cannot be written is one sentence", async () => {
  await using started = await Started.start({ DATA_DIR: "/dev/null/data" });
  expect(await started.exitCode).toBe(1);
  expect(started.output).toContain("DATA_DIR /dev/null/data cannot be written");
});
