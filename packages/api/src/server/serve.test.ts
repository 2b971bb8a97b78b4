import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppProcess, startApp } from "../testing/processes.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
let app: AppProcess;

beforeAll(async () => {
  world = await createWorld();
  app = await startApp("customer", world.database.url);
}, 30_000);
afterAll(async () => {
  await app.stop();
  await world.close();
}, 30_000);

/** A page that is not there answers 404: what comes that far was let through. */
const post = (init: RequestInit) => fetch(`${app.url("customer")}/form`, { method: "POST", ...init });

test("a page is sent what a page of ours posts", async () => {
  const origin = app.url("customer");
  expect((await post({ headers: { origin }, body: "a=b" })).status).toBe(404);
});

test.each(["https://evil.example", "null"])("it is sent nothing from %s", async (origin) => {
  expect((await post({ headers: { origin }, body: "a=b" })).status).toBe(403);
});

test("it is sent no more than a form, also where the length is not told", async () => {
  expect((await post({ body: "x".repeat(100_000) })).status).toBe(413);
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode("a=b"));
      controller.close();
    },
  });
  const streamed: RequestInit & { duplex: "half" } = { body, duplex: "half" };
  expect((await post(streamed)).status).toBe(411);
});
