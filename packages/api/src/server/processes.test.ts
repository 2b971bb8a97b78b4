import { setTimeout as pause } from "node:timers/promises";
import { migrate } from "@mintreu/db/migrate";
import { startOwnPostgres } from "@mintreu/db/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { open } from "../testing/calls.ts";
import { connectAs, Follower, headersOf, httpClientAs, type TestClient } from "../testing/client.ts";
import { type AppProcess, startApp } from "../testing/processes.ts";
import { type Sending, sendUntilAcknowledged } from "../testing/sending.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, serveWorld, type World } from "../testing/world.ts";
import { LIVE_PATH } from "./attach.ts";

/** How often the app is killed: more in the bench than in every run. */
const KILLS = Number(process.env.KILLS ?? 25);
const RESTARTS = Number(process.env.POSTGRES_RESTARTS ?? 3);

let world: World;
let app: AppProcess;
const clients: TestClient[] = [];

beforeAll(async () => {
  world = await createWorld();
  app = await startApp("customer", world.database.url);
}, 30_000);
afterAll(async () => {
  for (const client of clients) client.close();
  await app.stop();
  await world.close();
}, 30_000);

function connect(...who: Parameters<typeof connectAs>): TestClient {
  const client = connectAs(...who);
  clients.push(client);
  return client;
}

interface Load {
  /** Ends it, and gives every message with how it went. */
  stop(): Promise<Map<string, Sending>>;
}

/**
 * How long (ms) one message is tried: on a slow machine none comes through between two kills, and that is not what is
 * looked at here.
 */
const PATIENCE = 120_000;

/** Sends without a pause until it is stopped, each message until it is acknowledged. */
function sendAllTheTime(senders: Pick<TestClient, "trpc">[], id: string): Load {
  const sent = new Map<string, Sending>();
  let stopped = false;
  const lanes = senders.map(async (client, lane) => {
    for (let i = 0; !stopped; i++) {
      const body = `message ${lane}.${i}`;
      sent.set(body, await sendUntilAcknowledged(client, { id, body, within: PATIENCE }));
    }
  });
  const ended = Promise.all(lanes);
  // Whoever stops it hears of what was refused, and not the process before.
  ended.catch(() => {});
  return {
    stop: async () => {
      stopped = true;
      await ended;
      return sent;
    },
  };
}

/** What was acknowledged is in the database, once, at the number that was told. */
async function expectKept({ system }: World, id: string, sent: Map<string, Sending>): Promise<void> {
  const { rows } = await system.db.pool.query<{ seq: number; body: string }>(
    "SELECT seq, body FROM event WHERE conversation_id = $1 AND kind = 'message' ORDER BY seq",
    [id],
  );
  const kept = [...sent].map(([body, { acknowledged }]) => ({ seq: acknowledged.seq, body }));
  expect(rows).toEqual(kept.sort((a, b) => a.seq - b.seq));
}

test(`${KILLS} times kill -9 around the commit: what is sent again with the same id is there once`, async () => {
  const id = await customersTicket(world);
  const sockets = Array.from({ length: 4 }, () => connect(app, world.customer));
  await Promise.all(sockets.map(open));
  const load = sendAllTheTime([...sockets, { trpc: httpClientAs(app, world.customer) }], id);
  for (let i = 0; i < KILLS; i++) {
    await pause(Math.random() * 250);
    await app.kill();
    await app.start();
  }
  const sent = await load.stop();
  await expectKept(world, id, sent);
  const again = [...sent.values()].filter(({ attempts }) => attempts > 1).length;
  console.info(`${KILLS} kills, ${sent.size} messages, ${again} sent more than once`);
  expect(again).toBeGreaterThan(KILLS / 2);
}, 600_000);

test("a deploy under load fails no send that a retry does not mend, tells sockets to move, and exits with 0", async () => {
  const id = await customersTicket(world);
  const senders = Array.from({ length: 4 }, () => connect(app, world.customer));
  await Promise.all(senders.map(open));
  const follower = await Follower.open(connect(app, world.customer), id);
  const told: string[] = [];
  const url = app.url("customer").replace("http", "ws") + LIVE_PATH;
  const raw = new WebSocket(url, { headers: headersOf(app, world.customer) });
  raw.on("message", (data: Buffer) => told.push(String(data)));
  await new Promise((resolve) => raw.once("open", resolve));
  const load = sendAllTheTime([...senders, { trpc: httpClientAs(app, world.customer) }], id);
  await pause(300);
  const started = performance.now();
  expect(await app.stop()).toBe(0);
  const took = performance.now() - started;
  await app.start();
  await pause(500);
  const sent = await load.stop();
  await expectKept(world, id, sent);
  await follower.until(({ texts }) => texts.length === sent.size + 1);
  expect(follower.texts.slice(1).sort()).toEqual([...sent.keys()].sort());
  expect(told).toContain(JSON.stringify({ id: null, method: "reconnect" }));
  expect(took).toBeLessThan(9_000);
  console.info(`stopped within ${Math.round(took)} ms, ${sent.size} messages`);
}, 60_000);

test(`${RESTARTS} restarts of PostgreSQL under load: every error may be retried, sending goes on within 10 seconds, nothing is lost`, async () => {
  const postgres = await startOwnPostgres();
  await migrate(postgres.url);
  const fragile = await createWorld({ url: postgres.url, close: () => postgres.stop() });
  const server = await serveWorld(fragile.system);
  const id = await customersTicket(fragile);
  const senders = Array.from({ length: 3 }, () => connect(server, fragile.customer));
  await Promise.all(senders.map(open));
  const followers = [
    await Follower.open(connect(server, fragile.customer), id),
    await Follower.open(connect(server, fragile.developer), id),
  ];
  const load = sendAllTheTime([...senders, { trpc: httpClientAs(server, fragile.customer) }], id);
  for (let i = 0; i < RESTARTS; i++) {
    await pause(300);
    await postgres.restart();
  }
  const sent = await load.stop();
  await expectKept(fragile, id, sent);
  for (const follower of followers) {
    await follower.until(({ texts }) => texts.length === sent.size + 1, 10_000);
    expect(follower.error).toBe(null);
    expect(new Set(follower.texts).size).toBe(sent.size + 1);
  }
  const longest = Math.max(...[...sent.values()].map(({ took }) => took));
  console.info(`${RESTARTS} restarts, ${sent.size} messages, the longest took ${Math.round(longest)} ms`);
  // The time of the restart itself included.
  expect(longest).toBeLessThan(10_000);
  for (const client of clients) client.close();
  await server.close();
  await fragile.close();
}, 300_000);
