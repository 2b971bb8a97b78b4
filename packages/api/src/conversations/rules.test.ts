import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "../core/errors.ts";
import { listDesks } from "../desks/list-desks.ts";
import { liveConversation } from "../live/conversation.ts";
import { customersTicket, notes, opens, says, sharedTicket, ticketIn } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { assign } from "./assign.ts";
import { countViews } from "./counts.ts";
import { getConversation, getEarlier } from "./get.ts";
import { getRequester } from "./get-requester.ts";
import { listConversations } from "./list.ts";
import { transitions } from "./rules.ts";
import { STATUSES, type Status } from "./schema.ts";
import { setPriority } from "./set-priority.ts";
import { setStatus } from "./set-status.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const by = (name: "customer" | "developer" | "rival" | "admin") => world.as(world[name]);
const statusOf = async (id: string) => (await getConversation(by("customer"), { id })).status;
const looks = () => world.system.db.prisma.deskLook.findMany({ orderBy: { at: "asc" } });

// biome-ignore format: a table reads as a table. Rows: from; columns: to. a: agents may, r: the requester may, .: nobody.
const TRANSITIONS: Record<Status, string> = {
  //          new open pending on_hold resolved closed
  new:      " .   a    a       a       ar       .  ",
  open:     " .   .    a       a       ar       .  ",
  pending:  " .   a    .       a       ar       .  ",
  on_hold:  " .   a    a       .       ar       .  ",
  resolved: " .   ar   a       a       .        a  ",
  closed:   " .   .    .       .       .        .  ",
};
const CELLS = STATUSES.flatMap((from) => {
  const cells = TRANSITIONS[from].trim().split(/\s+/);
  return STATUSES.map((to, i) => ({ from, to, may: cells[i] ?? "" })).filter((cell) => cell.to !== from);
});

describe("changing the status", () => {
  test.each(CELLS)("from $from to $to: $may", async ({ from, to, may }) => {
    expect(transitions("agents", from).includes(to)).toBe(may.includes("a"));
    expect(transitions("requester", from).includes(to)).toBe(may.includes("r"));
    for (const [who, letter] of [
      ["developer", "a"],
      ["customer", "r"],
    ] as const) {
      const id = await ticketIn(world, from);
      const code = await setStatus(by(who), { id, status: to }).then(
        () => "ok",
        (error: unknown) => (error instanceof DomainError ? error.code : error),
      );
      const refused = from === "closed" ? "CONVERSATION_CLOSED" : "TRANSITION_NOT_ALLOWED";
      expect(code).toBe(may.includes(letter) ? "ok" : refused);
      expect(await statusOf(id)).toBe(may.includes(letter) ? to : from);
    }
  });
});

describe("a reply", () => {
  test.each([
    ["new", "new"],
    ["open", "open"],
    ["pending", "open"],
    ["on_hold", "open"],
    ["resolved", "open"],
  ] as const)("of the requester to one that is %s leaves it %s", async (from, to) => {
    const id = await ticketIn(world, from);
    await says(by("customer"), id, "And now?");
    expect(await statusOf(id)).toBe(to);
  });
  test.each([
    ["new", "open"],
    ["open", "open"],
    ["pending", "pending"],
    ["on_hold", "on_hold"],
    ["resolved", "resolved"],
  ] as const)("of an agent to one that is %s leaves it %s", async (from, to) => {
    const id = await ticketIn(world, from);
    await says(by("developer"), id, "Look.");
    expect(await statusOf(id)).toBe(to);
  });
  test("and the status it leaves the conversation in are there together", async () => {
    const id = await ticketIn(world, "open");
    await says(by("developer"), id, "Done.", { status: "resolved" });
    const { events } = await getConversation(by("customer"), { id });
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(["message", "status_changed"]);
  });
});

describe("a closed conversation", () => {
  test("accepts nothing", async () => {
    const id = await ticketIn(world, "closed");
    const closed = { code: "CONVERSATION_CLOSED" };
    await expect(says(by("customer"), id, "Hello?")).rejects.toMatchObject(closed);
    await expect(says(by("developer"), id, "Hello?")).rejects.toMatchObject(closed);
    await expect(notes(by("developer"), id, "Hm.")).rejects.toMatchObject(closed);
    await expect(setPriority(by("developer"), { id, priority: "high" })).rejects.toMatchObject(closed);
    await expect(assign(by("developer"), { id, assigneeId: null })).rejects.toMatchObject(closed);
    expect((await getConversation(by("customer"), { id })).actions).toEqual(["mark-read", "follow-up"]);
  });
  test("offers a follow-up, linked both ways", async () => {
    const id = await ticketIn(world, "closed");
    const next = await opens(by("customer"), { productId: world.productId, followsId: id });
    expect((await getConversation(by("customer"), { id })).followUp?.id).toBe(next);
    expect((await getConversation(by("developer"), { id: next })).follows?.id).toBe(id);
  });
  test("and its follow-up are written both or neither", async () => {
    const id = await ticketIn(world, "closed");
    const { prisma, pool } = world.system.db;
    const conversations = await prisma.conversation.count();
    await pool.query(`ALTER TABLE event ADD CONSTRAINT no_follow_up CHECK (kind <> 'follow_up_opened') NOT VALID`);
    const opening = opens(by("customer"), { productId: world.productId, followsId: id, clientId: randomUUID() });
    await expect(opening).rejects.toThrow("no_follow_up");
    await pool.query("ALTER TABLE event DROP CONSTRAINT no_follow_up");
    expect(await prisma.conversation.count()).toBe(conversations);
    expect((await getConversation(by("customer"), { id })).followUp).toBe(null);
  });
  test("is the only one with a follow-up", async () => {
    const id = await ticketIn(world, "resolved");
    const early = opens(by("customer"), { productId: world.productId, followsId: id });
    await expect(early).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("a note is seen by every desk taking part, a desk's own by that desk and the admin, neither by the requester", async () => {
  const id = await sharedTicket(world);
  await notes(by("rival"), id, "holder to all", "agents");
  await notes(by("rival"), id, "holder's own", "desk");
  await notes(by("developer"), id, "other to all", "agents");
  await notes(by("developer"), id, "other's own", "desk");
  const seenBy = async (name: Parameters<typeof by>[0]) =>
    (await getConversation(by(name), { id })).events.flatMap(({ kind, data }) => (kind === "note" ? data : []));
  const bodies = async (name: Parameters<typeof by>[0]) =>
    (await seenBy(name)).map((data) => "body" in data && data.body);
  expect(await bodies("customer")).toEqual([]);
  expect(await bodies("rival")).toEqual(["holder to all", "holder's own", "other to all"]);
  expect(await bodies("developer")).toEqual(["holder to all", "other to all", "other's own"]);
  expect(await bodies("admin")).toEqual(["holder to all", "holder's own", "other to all", "other's own"]);
});

describe("an admin's look", () => {
  test("into a developer's desk is written down: a conversation, and a list with its counts", async () => {
    const id = await customersTicket(world);
    const before = (await looks()).length;
    await getConversation(by("admin"), { id });
    await listConversations(by("admin"), { view: "open", deskId: world.deskId, cursor: undefined });
    await countViews(by("admin"), { deskId: world.deskId });
    const look = { adminId: world.admin.personId, deskId: world.deskId };
    expect((await looks()).slice(before)).toMatchObject([
      { ...look, conversationId: id },
      { ...look, conversationId: null },
    ]);
  });
  test("is written down as well where they read back, follow, or see who asks, without having opened it", async () => {
    const looksAt = async (id: string) => (await looks()).filter((look) => look.conversationId === id).length;
    const [read, followed, asked] = [
      await customersTicket(world),
      await customersTicket(world),
      await customersTicket(world),
    ];
    await getEarlier(by("admin"), { id: read, before: 9 });
    expect(await looksAt(read)).toBe(1);
    const stream = liveConversation(by("admin"), { id: followed, after: 0, signal: undefined });
    expect((await stream.next()).done).toBe(false);
    await stream.return(undefined);
    expect(await looksAt(followed)).toBe(1);
    await getRequester(by("admin"), { id: asked });
    expect(await looksAt(asked)).toBe(1);
  });
  test("at what else somebody asked, beside a conversation of the admin's own desk, is one into the desk that has it", async () => {
    const id = await opens(by("customer"), { productId: null });
    await customersTicket(world);
    await world.system.db.prisma.deskLook.deleteMany();
    await getRequester(by("admin"), { id });
    const written = await looks();
    expect(written).toContainEqual(expect.objectContaining({ deskId: world.deskId, conversationId: null }));
    expect(written.map(({ deskId }) => deskId)).not.toContain(world.platformDeskId);
  });
  test("is one look for ten minutes, and another after", async () => {
    const id = await customersTicket(world);
    const before = (await looks()).length;
    await getConversation(by("admin"), { id });
    await getConversation(by("admin"), { id });
    expect(await looks()).toHaveLength(before + 1);
    await world.system.db.pool.query("UPDATE desk_look SET at = at - interval '11 minutes'");
    await getConversation(by("admin"), { id });
    expect(await looks()).toHaveLength(before + 2);
  });
  test("into their own desk, and anybody else's, is not", async () => {
    const own = await opens(by("customer"), { productId: null });
    const id = await customersTicket(world);
    const before = (await looks()).length;
    await getConversation(by("admin"), { id: own });
    await listConversations(by("admin"), { view: "open", cursor: undefined });
    await countViews(by("admin"), { deskId: world.platformDeskId });
    await listDesks(by("admin"));
    await getConversation(by("developer"), { id });
    await getConversation(by("customer"), { id });
    await getRequester(by("developer"), { id });
    expect(await looks()).toHaveLength(before);
  });
});
