import { randomUUID } from "node:crypto";
import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpClientAs } from "../testing/client.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";
import { MAX_TEXT } from "./schema.ts";

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

/** What the wire says of a refused text. */
async function issuesOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof TRPCClientError)) throw new Error("it was not refused");
  expect(error.data.httpStatus).toBe(400);
  return error.data.issues;
}

const rows = async () => [
  await world.system.db.prisma.event.count(),
  await world.system.db.prisma.conversation.count(),
];
const ordinary = { productId: null, category: "bug", subject: "Help", body: "It broke." } as const;

describe("refuses, says what is wrong with it, and writes nothing of", () => {
  const BAD: [what: string, text: string, code: string][] = [
    ["an empty text", "", "text.empty"],
    ["a blank text", " \n\t\u00a0 ", "text.empty"],
    ["one character too many", "x".repeat(MAX_TEXT + 1), "text.tooLong"],
    ["a NUL", "be\0fore", "text.invalid"],
    ["half a surrogate pair", "be\ud83dfore", "text.invalid"],
    ["the other half", "be\udc4dfore", "text.invalid"],
  ];

  test.each(BAD)("%s", async (_what, body, message) => {
    const before = await rows();
    const customer = httpClientAs(server, world.customer).conversations;
    const developer = httpClientAs(server, world.developer).conversations;
    const issue = { path: ["body"], message };
    const clientId = randomUUID();
    expect(await issuesOf(customer.reply.mutate({ id, clientId, body }))).toEqual([issue]);
    expect(await issuesOf(customer.open.mutate({ ...ordinary, clientId, body }))).toEqual([issue]);
    expect(await issuesOf(developer.note.mutate({ id, clientId, body, visibility: "desk" }))).toEqual([issue]);
    const subject = { ...ordinary, clientId, subject: body };
    expect(await issuesOf(customer.open.mutate(subject))).toEqual([{ path: ["subject"], message }]);
    expect(await rows()).toEqual(before);
  });
});

test("20,000 UTF-16 units of emoji come back as they were written", async () => {
  const body = "👩‍👩‍👧‍👦🇩🇪é".repeat(2_000).slice(0, MAX_TEXT);
  const whole = body.isWellFormed() ? body : `${body.slice(0, -1)}x`;
  expect(whole).toHaveLength(MAX_TEXT);
  const { conversations } = httpClientAs(server, world.customer);
  await conversations.reply.mutate({ id, clientId: randomUUID(), body: whole });
  const { events } = await conversations.get.query({ id });
  expect(events.at(-1)?.data).toEqual({ body: whole });
  await expect(conversations.reply.mutate({ id, clientId: randomUUID(), body: `${whole}x` })).rejects.toThrow();
});
