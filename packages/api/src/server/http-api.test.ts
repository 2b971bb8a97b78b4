import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headersOf } from "../testing/client.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";

let world: World;
let server: TestServer;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
  id = await customersTicket(world);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url("customer")}/api/trpc/${path}`, {
    ...init,
    headers: { ...headersOf(server, world.customer), ...init.headers },
  });
const withInput = (path: string, input: unknown) => `${path}?input=${encodeURIComponent(JSON.stringify(input))}`;

test("nothing is subscribed to over HTTP: no end of a session would close it", async () => {
  const live = withInput("conversations.live", { id });
  const paths = [live, live.replace(".", "%2E"), withInput("conversations.changes", {})];
  for (const path of paths) {
    const gone = new AbortController();
    const { status, headers } = await ask(path, { headers: { accept: "text/event-stream" }, signal: gone.signal });
    gone.abort();
    expect([404, 405]).toContain(status);
    expect(headers.get("content-type") ?? "").not.toContain("event-stream");
  }
});

test("one request makes one call", async () => {
  const many = Array.from({ length: 500 }, () => "people.me");
  for (const comma of [",", "%2C", "%252C"]) {
    expect((await ask(`${many.join(comma)}?batch=1&input={}`)).status).toBe(404);
  }
  expect((await ask("people.me?batch=1&input={}")).status).toBe(400);
});

describe("another site", () => {
  const reply = { method: "POST", body: JSON.stringify({ id, clientId: crypto.randomUUID(), body: "a" }) };

  test.each([{ origin: "https://evil.example" }, { origin: "null" }, { origin: "http://localhost:1" }, { origin: "" }])(
    "cannot change anything: %j",
    async (headers) => {
      const init = { ...reply, headers: { "content-type": "application/json", ...headers } };
      expect((await ask("conversations.reply", init)).status).toBe(403);
    },
  );
  test("cannot have anything looked up, either, where the browser tells that it asks", async () => {
    const { cookie = "" } = headersOf(server, world.customer);
    const from = (site: string, path: string, method = "GET") => {
      return fetch(`${server.url("customer")}/api/trpc/${path}`, {
        method,
        headers: { cookie, "sec-fetch-site": site },
      });
    };
    const { status } = await from("same-origin", withInput("conversations.get", { id }));
    expect(status).toBe(200);
    expect((await from("cross-site", withInput("conversations.get", { id }))).status).toBe(403);
    expect((await from("same-site", "people.signOut", "POST")).status).toBe(403);
    expect((await from("same-origin", "people.me")).status).toBe(200);
  });
});

test("nothing is changed by what is read, or by a method that is not for it", async () => {
  const input = { id, clientId: crypto.randomUUID(), body: "by GET" };
  expect((await ask(withInput("conversations.reply", input))).status).toBe(405);
  for (const method of ["PUT", "DELETE", "PATCH"]) {
    const { status } = await ask("conversations.reply", { method, body: JSON.stringify(input) });
    expect(status).toBe(405);
  }
  const { rowCount } = await world.system.db.pool.query("SELECT FROM event WHERE body = 'by GET'");
  expect(rowCount).toBe(0);
});

test("an answer is kept by nobody, and is nothing but data", async () => {
  const { headers } = await ask("people.me");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("what is too big is refused", async () => {
  const body = JSON.stringify({ id, clientId: crypto.randomUUID(), body: "x".repeat(300_000) });
  const headers = { "content-type": "application/json" };
  expect((await ask("conversations.reply", { method: "POST", body, headers })).status).toBe(413);
});
