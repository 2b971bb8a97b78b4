import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assign } from "../conversations/assign.ts";
import { markRead } from "../conversations/mark-read.ts";
import { open } from "../conversations/open.ts";
import { setPriority } from "../conversations/set-priority.ts";
import { notes, says, ticketIn } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  id = await ticketIn(world, "open");
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.system.db.prisma.outbox.deleteMany();
});

const told = async () => {
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name: "search.index" } });
  return rows.map(({ payload }) => payload);
};
const conversation = (id: string) => ({ thing: "conversation", id });

test("whatever happens in a conversation is told to the index with the same commit", async () => {
  const happenings = [
    () => says(world.as(world.customer), id, "Hello."),
    () => notes(world.as(world.developer), id, "A note."),
    () => setPriority(world.as(world.developer), { id, priority: "high" }),
    () => assign(world.as(world.admin), { id, deskId: world.rivalDeskId, assigneeId: null }),
  ];
  for (const [i, happens] of happenings.entries()) {
    await happens();
    expect(await told(), `after ${i}`).toHaveLength(i + 1);
  }
  expect(await told()).toEqual(happenings.map(() => conversation(id)));
});

test("what is written together is told once", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => says(world.as(world.customer), id, `Line ${i}`)));
  expect((await told()).length).toBeLessThan(10);
  expect(await world.system.db.prisma.outbox.count()).toBeGreaterThanOrEqual(20);
});

test("a follow-up tells of both conversations", async () => {
  const closed = await ticketIn(world, "closed");
  await world.system.db.prisma.outbox.deleteMany();
  const about = { productId: world.productId, category: "bug", subject: "Again", body: "It is back." } as const;
  const opened = await open(world.as(world.customer), { ...about, clientId: crypto.randomUUID(), followsId: closed });
  expect(await told()).toEqual(expect.arrayContaining([conversation(closed), conversation(opened.id)]));
  expect(await told()).toHaveLength(2);
});

test("reading tells nothing: it changes nothing that can be found", async () => {
  const { seq } = await says(world.as(world.customer), id, "Read me.");
  await world.system.db.prisma.outbox.deleteMany();
  await markRead(world.as(world.developer), { id, seq });
  expect(await told()).toEqual([]);
});
