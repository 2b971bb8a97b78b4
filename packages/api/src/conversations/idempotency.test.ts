import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { createSystem, type RunningSystem } from "../server/create-system.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { note } from "./note.ts";
import { open } from "./open.ts";
import { reply } from "./reply.ts";

let world: World;
/** As many processes, on one database. */
let systems: RunningSystem[];

beforeAll(async () => {
  world = await createWorld();
  const other = { databaseUrl: world.database.url, settings: world.system.settings, name: "other" };
  systems = [world.system, await createSystem(other), await createSystem(other)];
});
afterAll(async () => {
  for (const system of systems.slice(1)) await system.close();
  await world.close();
});

/** The context of an actor in one process after the other. */
const inTurn = (actor: Actor, i: number) => ({ system: systems[i % systems.length] ?? world.system, actor });
const hundred = <Result>(send: (i: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 100 }, (_, i) => send(i)));
const events = (clientId: string) => world.system.db.prisma.event.findMany({ where: { clientId } });
const message = (id: string) => ({ id, clientId: randomUUID(), body: "Once." });
const question = () => {
  const about = { productId: world.productId, category: "bug", subject: "Help", followsId: null } as const;
  return { ...about, clientId: randomUUID(), body: "Once." };
};

describe("a hundred at once with one client id, over three processes, are one row and a hundred equal answers:", () => {
  test("a reply", async () => {
    const input = message(await customersTicket(world));
    const answers = await hundred((i) => reply(inTurn(world.customer, i), input));
    expect(await events(input.clientId)).toHaveLength(1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test("a note", async () => {
    const input = { ...message(await customersTicket(world)), visibility: "desk" as const };
    const answers = await hundred((i) => note(inTurn(world.developer, i), input));
    expect(await events(input.clientId)).toHaveLength(1);
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
  });

  test("an opening", async () => {
    const input = question();
    const before = await world.system.db.prisma.conversation.count();
    const answers = await hundred((i) => open(inTurn(world.customer, i), input));
    expect(await events(input.clientId)).toHaveLength(1);
    expect(await world.system.db.prisma.conversation.count()).toBe(before + 1);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  test("a follow-up, with its mark in the conversation that it follows", async () => {
    const closed = await customersTicket(world);
    await world.system.db.prisma.conversation.update({ where: { id: closed }, data: { status: "closed" } });
    const input = { ...question(), followsId: closed };
    const answers = await hundred((i) => open(inTurn(world.customer, i), input));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const marks = { where: { conversationId: closed, kind: "follow_up_opened" as const } };
    expect(await world.system.db.prisma.event.count(marks)).toBe(1);
  });
});

test("the same answer again, in full", async () => {
  const input = message(await customersTicket(world));
  const first = await reply(world.as(world.customer), input);
  expect(await reply(world.as(world.customer), input)).toEqual(first);
});

test("a reply that is sent again after its conversation was closed still has its answer", async () => {
  const id = await customersTicket(world);
  const input = message(id);
  const first = await reply(world.as(world.customer), input);
  await world.system.db.prisma.conversation.update({ where: { id }, data: { status: "closed" } });
  expect((await reply(world.as(world.customer), input)).seq).toBe(first.seq);
});

describe("the same client id for something else is refused, and nothing is written:", () => {
  // biome-ignore format: a table reads as a table.
  const OTHERWISE: [what: string, again: (input: ReturnType<typeof message>) => Promise<unknown>][] = [
    ["another text",         (input) => reply(world.as(world.developer), { ...input, body: "Twice." })],
    ["another conversation", async (input) => reply(world.as(world.developer), { ...input, id: await customersTicket(world) })],
    ["a note",               (input) => note(world.as(world.developer), { ...input, visibility: "agents" })],
  ];

  test.each(OTHERWISE)("%s", async (_what, again) => {
    const input = message(await customersTicket(world));
    await reply(world.as(world.developer), input);
    await expect(again(input)).rejects.toMatchObject({ code: "CLIENT_ID_REUSED" });
    expect(await events(input.clientId)).toMatchObject([{ body: "Once." }]);
  });

  test("a note for others to see", async () => {
    const input = message(await customersTicket(world));
    await note(world.as(world.developer), { ...input, visibility: "desk" });
    const wider = note(world.as(world.developer), { ...input, visibility: "agents" });
    await expect(wider).rejects.toMatchObject({ code: "CLIENT_ID_REUSED" });
  });

  test.each([
    ["another text", { body: "Twice." }],
    ["another subject", { subject: "Other" }],
    ["another product", { productId: null }],
    ["another category", { category: "billing" as const }],
  ])("an opening with %s", async (_what, change) => {
    const input = question();
    await open(world.as(world.customer), input);
    const again = open(world.as(world.customer), { ...input, ...change });
    await expect(again).rejects.toMatchObject({ code: "CLIENT_ID_REUSED" });
  });

  test("but two people may have made the same id", async () => {
    const input = message(await customersTicket(world));
    const first = await reply(world.as(world.customer), input);
    const second = await reply(world.as(world.developer), { ...input, body: "Mine." });
    expect(second.seq).not.toBe(first.seq);
  });
});
