import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { callAs } from "../testing/calls.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";
import { logError } from "./log.ts";

const CANARY = "canary-7d1f";
let world: World;
let server: TestServer;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  await server.close();
  await world.close();
});

/** Everything that is written to the log, whole. */
function listen(): () => string {
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  return () => JSON.stringify(spy.mock.calls.map((call) => call.map(inside)));
}

/** An error with all that the console would print of it. */
function inside(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { ...value, message: value.message, stack: value.stack, cause: inside(value.cause) };
}

test.each(["http", "socket"] as const)(
  "a statement that fails over %s does not write a message into the log",
  async (over) => {
    const id = await customersTicket(world);
    await world.system.db.pool.query(`ALTER TABLE event ADD CONSTRAINT no_canary CHECK (body <> '${CANARY}')`);
    const logged = listen();
    const input = { id, clientId: crypto.randomUUID(), body: CANARY };
    const call = { path: "conversations.reply", input, over };
    expect(await callAs(server, { actor: world.customer }, call)).toBe("INTERNAL_SERVER_ERROR");
    await world.system.db.pool.query("ALTER TABLE event DROP CONSTRAINT no_canary");
    expect(logged()).toContain("no_canary");
    expect(logged()).not.toContain(CANARY);
  },
);

test("neither does Prisma's error, nor a cause", async () => {
  const logged = listen();
  const refused = await world.system.db.prisma.person.findUnique({ where: { id: CANARY } }).catch((error) => error);
  logError("jobs", refused);
  logError("jobs", new Error("it failed", { cause: refused }));
  logError("jobs", CANARY);
  expect(logged()).toContain("it failed");
  expect(logged()).not.toContain(CANARY);
});
