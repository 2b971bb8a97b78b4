import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { LIVE_PATH } from "../server/attach.ts";
import { connectAs, Follower, headersOf, type TestClient } from "../testing/client.ts";
import { customersTicket, says } from "../testing/talk.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";

let world: World;
let server: TestServer;
const clients: TestClient[] = [];

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.close();
  await world.close();
});

const customer = () => world.as(world.customer);
const LONG = "x".repeat(20_000);

/** A socket that asks and then reads nothing. */
async function stall(...frames: object[]): Promise<{ socket: WebSocket; received: () => number }> {
  const url = server.url("console").replace("http", "ws") + LIVE_PATH;
  const socket = new WebSocket(url, { headers: headersOf(server, world.developer) });
  let bytes = 0;
  socket.on("message", (data: Buffer) => {
    bytes += data.length;
  });
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("open", resolve));
  socket.pause();
  for (const frame of frames) socket.send(JSON.stringify(frame));
  return { socket, received: () => bytes };
}

/** Lets it read what is left, until the connection ends. */
async function ended(socket: WebSocket): Promise<void> {
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.resume();
  await closed;
}

test("a reader that stalls is closed, holds up nobody, and can resume; memory stays bounded", async () => {
  const id = await customersTicket(world);
  const subscribe = { id: 1, method: "subscription", params: { path: "conversations.live", input: { id } } };
  const stalled = await Promise.all(Array.from({ length: 20 }, () => stall(subscribe)));
  const client = connectAs(server, world.developer);
  clients.push(client);
  const other = await Follower.open(client, id);
  const before = process.memoryUsage();
  const MESSAGES = 400;
  const started = performance.now();
  for (let i = 0; i < MESSAGES; i++) await says(customer(), id, LONG);
  await other.until(({ texts }) => texts.length === MESSAGES + 1);
  const took = performance.now() - started;
  const after = process.memoryUsage();
  // 8 MB for each of 20 sockets would wait here if nothing bounded it.
  expect(after.external + after.arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(50_000_000);
  expect(took).toBeLessThan(10_000);
  // The patience with them is over before they read on.
  await expect.poll(() => server.live("console").connections, { timeout: 15_000 }).toBe(1);
  for (const { socket, received } of stalled) {
    await ended(socket);
    expect(received()).toBeLessThan(MESSAGES * LONG.length);
  }
  const resumed = await Follower.open(client, id);
  expect(resumed.state.seq).toBe(other.state.seq);
}, 40_000);

test("whoever asks and asks and reads no answer is closed", async () => {
  const id = await customersTicket(world);
  for (let i = 0; i < 50; i++) await says(customer(), id, LONG);
  const gets = Array.from({ length: 60 }, (_, i) => {
    return { id: i, method: "query", params: { path: "conversations.get", input: { id } } };
  });
  const { socket, received } = await stall(...gets);
  await expect.poll(() => server.live("console").connections, { timeout: 15_000 }).toBeLessThan(2);
  await ended(socket);
  expect(received()).toBeLessThan(60 * 50 * LONG.length);
}, 30_000);

test("a reader that reads catches up on 8 MB without being taken for one that stalls", async () => {
  const id = await customersTicket(world);
  const client = connectAs(server, world.developer);
  clients.push(client);
  const start = await client.trpc.conversations.get.query({ id });
  for (let i = 0; i < 400; i++) await says(customer(), id, LONG);
  const follower = new Follower(client, id, start);
  await follower.until(({ texts }) => texts.length === 401);
  expect(client.sockets).toHaveLength(1);
});
