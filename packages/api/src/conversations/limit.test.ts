import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import type { Context } from "../core/transact.ts";
import type { Wake } from "../live/bus.ts";
import { customersTicket } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { assign } from "./assign.ts";
import { note } from "./note.ts";
import { open } from "./open.ts";
import { reply } from "./reply.ts";
import { setPriority } from "./set-priority.ts";
import { setStatus } from "./set-status.ts";
import { typing } from "./typing.ts";

let world: World;
let now = new Date("2026-11-20T12:00:00Z");

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Somebody in a system that lets each write three messages a minute and open two tickets an hour. */
function as(actor: Actor): Context {
  const settings = { ...world.system.settings, messagesPerMinute: 3, ticketsPerHour: 2 };
  return { system: { ...world.system, settings, clock: () => now }, actor };
}
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};
const limited = (retryAfterSeconds: number) => ({ code: "RATE_LIMITED", data: { retryAfterSeconds } });
const asks = (subject: string) => {
  const about = { productId: world.productId, category: "question", body: "?", followsId: null } as const;
  return { clientId: randomUUID(), subject, ...about };
};

test("messages, notes and changes of one person are so many a minute together, and nobody else waits for them", async () => {
  const id = await customersTicket(world);
  const writes = (actor: Actor, body: string) => reply(as(actor), { id, clientId: randomUUID(), body });
  for (const body of ["one", "two"]) await writes(world.developer, body);
  const noted = { id, clientId: randomUUID(), body: "a note", visibility: "agents" } as const;
  await note(as(world.developer), noted);
  later(20);
  await expect(writes(world.developer, "four")).rejects.toMatchObject(limited(40));
  await expect(note(as(world.developer), { ...noted, clientId: randomUUID() })).rejects.toMatchObject(limited(40));
  await expect(setStatus(as(world.developer), { id, status: "pending" })).rejects.toMatchObject(limited(40));
  await expect(setPriority(as(world.developer), { id, priority: "high" })).rejects.toMatchObject(limited(40));
  await expect(assign(as(world.developer), { id, assigneeId: null })).rejects.toMatchObject(limited(40));
  await writes(world.customer, "mine");
  later(40);
  await writes(world.developer, "four");
  const bodies = await world.system.db.prisma.event.findMany({
    where: { conversationId: id, kind: "message" },
    orderBy: { seq: "asc" },
  });
  expect(bodies.map(({ body }) => body)).toEqual(["one", "two", "mine", "four"]);
});

test("one person opens so many tickets an hour, in whatever process", async () => {
  for (const subject of ["one", "two"]) await open(as(world.stranger), asks(subject));
  later(600);
  await expect(open(as(world.stranger), asks("three"))).rejects.toMatchObject(limited(3_000));
  await open(as(world.customer), asks("somebody else's"));
  later(3_000);
  await open(as(world.stranger), asks("three"));
  expect(await world.system.db.prisma.conversation.count({ where: { requesterId: world.stranger.personId } })).toBe(3);
});

test("more signs of writing than anybody's keys make reach nobody, and whoever sends them is told nothing", async () => {
  const id = await customersTicket(world);
  const heard: Wake[] = [];
  const stop = world.system.bus.subscribe(`conversation:${id}`, (wake) => {
    if (wake.kind === "passing") heard.push(wake);
  });
  for (let i = 0; i < 20; i++) await typing(as(world.customer), { id, mode: "reply" });
  expect(heard).toHaveLength(3);
  later(1);
  await typing(as(world.customer), { id, mode: "reply" });
  expect(heard).toHaveLength(4);
  stop();
});
