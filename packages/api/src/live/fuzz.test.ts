import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { LIVE_PATH } from "../server/attach.ts";
import { callAs } from "../testing/calls.ts";
import { headersOf } from "../testing/client.ts";
import { customersTicket } from "../testing/talk.ts";
import { upgrade } from "../testing/upgrade.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";

/** How long (ms) it is thrown at: ten minutes before a release. */
const FUZZ_FOR = Number(process.env.FUZZ_SECONDS ?? 3) * 1000;

let world: World;
let server: TestServer;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

async function connect(): Promise<WebSocket> {
  const url = server.url("customer").replace("http", "ws") + LIVE_PATH;
  const socket = new WebSocket(url, { headers: headersOf(server, world.customer) });
  socket.on("error", () => {});
  await new Promise((resolve, reject) => socket.once("open", resolve).once("close", reject));
  return socket;
}

function oneOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)] as Item;
}

const PATHS = ["conversations.get", "conversations.live", "conversations.changes", "conversations.typing", "people.me"];
const ODD_PATHS = [
  "__proto__",
  "constructor",
  "toString",
  "conversations",
  "conversations.",
  "",
  "a.b",
  "x".repeat(9_999),
];
const NUMBERS = [0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 7];
const TEXTS = ["", "\0", "\ud800", "1", "-1", "1e9", "999999999", "9".repeat(400), "__proto__", "' OR 1=1 --", "😀"];

function anyValue(id: string): unknown {
  const value = oneOf<() => unknown>([
    () => null,
    () => undefined,
    () => oneOf(NUMBERS),
    () => oneOf(TEXTS),
    () => id,
    () => [anyValue(id)],
    () => ({ id, seq: oneOf(NUMBERS), lastEventId: oneOf(TEXTS), mode: oneOf(["reply", "note", 1]) }),
    () => ({ id }),
    () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    () => Object.fromEntries(TEXTS.map((text) => [text, id])),
  ]);
  return value();
}

/** A frame of the protocol, with anything in each of its places. */
function anyFrame(id: string): string | Buffer {
  const make = oneOf<() => string | Buffer>([
    () => Buffer.from(Array.from({ length: 50 }, () => Math.floor(Math.random() * 256))),
    () =>
      oneOf(["", "PING", "PONG", "null", "[]", "{", "[".repeat(20_000), `${"[".repeat(9_000)}${"]".repeat(9_000)}`]),
    () => JSON.stringify(anyValue(id)) ?? "",
    () => JSON.stringify({ id: oneOf([...NUMBERS, null, "1"]), method: oneOf(["subscription.stop", "reconnect", ""]) }),
    ...Array(4).fill(() => callOf(id)),
  ]);
  return make();
}

function callOf(id: string): string {
  const params = {
    path: oneOf([...PATHS, ...PATHS, ...ODD_PATHS]),
    input: anyValue(id),
    lastEventId: oneOf([undefined, ...TEXTS, 3]),
  };
  // Few ids, so that many are in use already.
  const frame = { id: oneOf([1, 2, 3, ...NUMBERS]), method: oneOf(["query", "mutation", "subscription"]), params };
  const text = JSON.stringify(frame);
  return Math.random() < 0.05 ? text.slice(0, Math.random() * text.length) : text;
}

/** What is in use once garbage is collected: what was only allocated says nothing. */
function kept(): NodeJS.MemoryUsage {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage();
}

test(
  "whatever comes over a socket, nothing falls over, nothing is a fault of the server, and memory stays flat",
  async () => {
    const id = await customersTicket(world);
    const faults: string[] = [];
    const listen = (socket: WebSocket) =>
      socket.on("message", (data) => {
        const text = String(data);
        if (text.includes("INTERNAL_SERVER_ERROR")) faults.push(text);
      });
    const round = async (until: number) => {
      const socket = await connect();
      listen(socket);
      while (performance.now() < until && socket.readyState === socket.OPEN) {
        for (let i = 0; i < 25; i++) socket.send(anyFrame(id));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      socket.terminate();
    };
    const rounds = async (milliseconds: number) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end)
        await Promise.all([1, 2, 3].map(() => round(Math.min(end, performance.now() + 700))));
    };
    await rounds(FUZZ_FOR / 3);
    const before = kept();
    await rounds(FUZZ_FOR);
    await expect.poll(() => server.live("customer").connections).toBe(0);
    const after = kept();

    expect(faults.slice(0, 3)).toEqual([]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(after.heapUsed - before.heapUsed).toBeLessThan(64_000_000);
    expect(after.external - before.external).toBeLessThan(32_000_000);
    const asked = { path: "conversations.get", input: { id }, over: "socket" } as const;
    expect(await callAs(server, { actor: world.customer }, asked)).toBe("ok");
  },
  FUZZ_FOR * 2 + 20_000,
);

test("a frame that is too big, or is none, ends its own socket alone", async () => {
  const other = await connect();
  const ended = async (break_: (socket: WebSocket) => void) => {
    const socket = await connect();
    const closed = new Promise((resolve) => socket.once("close", resolve));
    break_(socket);
    await closed;
  };
  await ended((socket) => socket.send("x".repeat(300_000)));
  // Reserved bits, an opcode that is none, no mask.
  for (const bytes of [
    [0xff, 0xff],
    [0x8f, 0x80, 0, 0, 0, 0],
    [0x81, 0x01, 0x61],
  ]) {
    await ended((socket) => Reflect.get(socket, "_socket").write(Buffer.from(bytes)));
  }
  expect(other.readyState).toBe(other.OPEN);
  other.terminate();
});

test("one session holds a hundred sockets and no more, and may have another when one is gone", async () => {
  const sockets = await Promise.all(Array.from({ length: 100 }, connect));
  const headers = headersOf(server, world.customer);
  expect(await upgrade(server.url("customer"), headers)).toBe(429);
  expect(await upgrade(server.url("customer"), headersOf(server, world.stranger))).toBe(101);
  sockets[0]?.terminate();
  await expect.poll(() => upgrade(server.url("customer"), headers)).toBe(101);
  for (const socket of sockets) socket.terminate();
});
