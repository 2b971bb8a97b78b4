import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removeMember } from "../desks/remove-member.ts";
import { endSession } from "../people/sessions.ts";
import { createSystem, type RunningSystem } from "../server/create-system.ts";
import { SESSION_ENDED } from "../server/session-sockets.ts";
import { open } from "../testing/calls.ts";
import { connectAs, Follower, headersOf, type TestClient } from "../testing/client.ts";
import { customersTicket, says } from "../testing/talk.ts";
import { upgrade } from "../testing/upgrade.ts";
import {
  createPerson,
  createWorld,
  holdRow,
  join,
  serveWorld,
  signIn,
  type TestServer,
  type World,
} from "../testing/world.ts";
import type { Bus } from "./bus.ts";
import { LocalBus } from "./local-bus.ts";

/** A bus that loses every wake-up. */
class DeafBus extends LocalBus {
  override publish(): void {}
}

let world: World;
/** Two processes on one database, and a third whose bus is deaf. */
let here: TestServer;
let there: TestServer;
let deaf: TestServer;
let elsewhere: RunningSystem[];
const clients: TestClient[] = [];

beforeAll(async () => {
  world = await createWorld();
  const start = (name: string, bus?: Bus) => {
    const { url: databaseUrl } = world.database;
    return createSystem({ databaseUrl, settings: world.system.settings, name, ...(bus ? { bus } : {}) });
  };
  elsewhere = [await start("there"), await start("deaf", new DeafBus())];
  here = await serveWorld(world.system);
  [there, deaf] = (await Promise.all(elsewhere.map(serveWorld))) as [TestServer, TestServer];
});
afterAll(async () => {
  for (const client of clients) client.close();
  await Promise.all([here, there, deaf].map((server) => server.close()));
  for (const system of elsewhere) await system.close();
  await world.close();
});

function connect(server: TestServer, actor: Parameters<typeof connectAs>[1]): TestClient {
  const client = connectAs(server, actor);
  clients.push(client);
  return client;
}

/** Someone with a conversation open, whose stream has begun. */
async function follow(server: TestServer, actor: Parameters<typeof connectAs>[1], id: string): Promise<Follower> {
  const follower = await Follower.open(connect(server, actor), id);
  await follower.until(({ items }) => items.length > 0);
  return follower;
}

const customer = () => world.as(world.customer);

/** Ends the connections on which the processes listen. */
async function cutListeners(): Promise<void> {
  await world.system.db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mintreu bus' AND datname = current_database()",
  );
}

/** How long (ms) something took. */
async function timed(work: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work;
  return performance.now() - started;
}

test.concurrent("what is written in one process is at once in the other", async () => {
  const id = await customersTicket(world);
  const follower = await follow(there, world.developer, id);
  for (let i = 0; i < 20; i++) {
    await says(customer(), id, `message ${i}`);
    expect(await timed(follower.until(({ texts }) => texts.includes(`message ${i}`)))).toBeLessThan(1_000);
  }
});

test.concurrent("a bus that loses every wake-up delays a message by no more than 6 seconds", async () => {
  const id = await customersTicket(world);
  const follower = await follow(deaf, world.developer, id);
  // The stream has read all there is, and only the sweep can tell it more.
  await says(customer(), id, "first");
  await follower.until(({ texts }) => texts.includes("first"));
  await says(customer(), id, "lost");
  expect(await timed(follower.until(({ texts }) => texts.includes("lost")))).toBeLessThan(6_000);
});

test.concurrent("a number held open for 5 seconds by a slow transaction still reaches every cursor, and nobody else waits", async () => {
  const [held, free] = [await customersTicket(world), await customersTicket(world)];
  const followers = await Promise.all([follow(here, world.developer, held), follow(there, world.colleague, held)]);
  const other = await follow(there, world.developer, free);
  const row = await holdRow(world, held);
  const stuck = Array.from({ length: 12 }, (_, i) => says(customer(), held, `held ${i}`));
  const until = performance.now() + 5_000;
  for (let i = 0; performance.now() < until; i++) {
    const took = timed(says(customer(), free, `free ${i}`));
    await other.until(({ texts }) => texts.includes(`free ${i}`));
    expect(await took).toBeLessThan(1_000);
  }
  expect(followers[0]?.texts).toHaveLength(1);
  await row.release();
  await Promise.all(stuck);
  for (const follower of followers) await follower.until(({ texts }) => texts.length === 13);
});

test("listeners that are cut come back, and miss nothing", async () => {
  const id = await customersTicket(world);
  const followers = await Promise.all([follow(here, world.developer, id), follow(there, world.colleague, id)]);
  for (let i = 0; i < 60; i++) {
    if (i % 20 === 10) await cutListeners();
    await says(customer(), id, `message ${i}`);
  }
  const expected = ["It does not start.", ...Array.from({ length: 60 }, (_, i) => `message ${i}`)];
  for (const follower of followers) {
    await follower.until(({ texts }) => texts.length >= 61, 3_000);
    expect(follower.texts).toEqual(expected);
  }
});

describe("taken out of a desk with the socket open, an agent gets nothing more, and is told so within 2 seconds", () => {
  test.each([
    ["in the same process", () => here, async () => {}],
    ["in another", () => there, async () => {}],
    ["in another, while the listeners are cut", () => there, cutListeners],
  ])("%s", async (_where, server, fault) => {
    const id = await customersTicket(world);
    const leaver = await createPerson(world.system, "developer", "Lee Leaver");
    await join(world.system, world.deskId, leaver);
    const follower = await follow(server(), leaver, id);
    await says(customer(), id, "before");
    await follower.until(({ texts }) => texts.includes("before"));
    await fault();
    await removeMember(world.as(world.admin), { deskId: world.deskId, personId: leaver.personId });
    expect(await timed(follower.until(({ error }) => error !== null, 2_500))).toBeLessThan(2_000);
    await says(customer(), id, "after");
    const witness = await follow(server(), world.developer, id);
    await witness.until(({ texts }) => texts.includes("after"));
    expect(follower.texts).not.toContain("after");
    expect(follower.error).toMatchObject({ data: { code: "NOT_FOUND" } });
  });
});

test.concurrent("taken out of a desk while the bus loses the wake-up, an agent is told so by the next sweep", async () => {
  const id = await customersTicket(world);
  const leaver = await createPerson(world.system, "developer", "Lee Leaver");
  await join(world.system, world.deskId, leaver);
  const follower = await follow(deaf, leaver, id);
  await removeMember(world.as(world.admin), { deskId: world.deskId, personId: leaver.personId });
  expect(await timed(follower.until(({ error }) => error !== null))).toBeLessThan(6_000);
  expect(follower.error).toMatchObject({ data: { code: "NOT_FOUND" } });
});

test("an ended session closes all its sockets within 2 seconds in both processes, and a lost wake-up changes nothing", async () => {
  const actor = await signIn(world.system, world.developer);
  const bystander = connect(here, world.colleague);
  const opened = [here, there, there, deaf].map((server) => connect(server, actor));
  await Promise.all([bystander, ...opened].map(open));
  const codes = opened.map(({ sockets }) => new Promise((resolve) => sockets.at(-1)?.once("close", resolve)));
  const ending = timed(Promise.all(codes));
  await endSession(world.system, actor.sessionId);
  expect(await Promise.all(codes)).toEqual([SESSION_ENDED, SESSION_ENDED, SESSION_ENDED, SESSION_ENDED]);
  expect(await ending).toBeLessThan(2_000);
  expect(opened.map(({ connection }) => connection.state)).toEqual(["ended", "ended", "ended", "ended"]);
  expect(bystander.connection.state).toBe("open");
});

describe("the socket is refused to", () => {
  const url = () => here.url("console");
  const ours = () => headersOf(here, world.developer);
  const REFUSED: [who: string, headers: Record<string, string>, path?: string][] = [
    ["a page of another origin", { origin: "https://evil.example" }],
    ["a page of the same host on another port", { origin: "http://localhost:1" }],
    ["a page in a sandbox", { origin: "null" }],
    ["an origin that only begins like ours", { origin: "http://localhost.evil.example" }],
    ["a foreign host", { host: "evil.example" }],
    ["our host on another port", { host: "localhost:1" }],
    ["an absolute address", {}, "http://evil.example/api/live"],
    ["an absolute address of ours", {}, "http://localhost/api/live"],
  ];

  test.each(REFUSED)("%s", async (_who, headers, path) => {
    const status = await upgrade(url(), { ...ours(), ...headers }, path);
    expect([403, 421]).toContain(status);
    expect(await upgrade(url(), ours())).toBe(101);
  });
});
