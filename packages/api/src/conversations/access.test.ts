import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { customersTicket, notes, says } from "../testing/talk.ts";
import { createPerson, createWorld, join, type World } from "../testing/world.ts";
import { viewConversation, visibleTo } from "./access.ts";
import { countUnread } from "./count-unread.ts";
import { countViews } from "./counts.ts";
import { getRequester } from "./get-requester.ts";
import { listConversations } from "./list.ts";
import { listTickets } from "./list-tickets.ts";

let world: World;
let people: Actor[];
let desks: string[];

beforeAll(async () => {
  world = await createWorld();
  const { system } = world;
  const more = [
    await createPerson(system, "customer", "Carl"),
    await createPerson(system, "developer", "Dan"),
    await createPerson(system, "developer", "Dina"),
    await createPerson(system, "admin", "Abe"),
  ];
  people = [world.customer, world.stranger, world.developer, world.rival, world.admin, ...more];
  desks = [world.deskId, world.rivalDeskId, world.platformDeskId];
});
afterAll(() => world.close());

/** A conversation as chance has it: who asks, which desk holds it, which others take part, where it stands. */
const conversation = fc.record({
  requester: fc.nat(2),
  holder: fc.nat(2),
  others: fc.subarray([0, 1, 2]),
  status: fc.constantFrom("new" as const, "pending" as const, "resolved" as const, "closed" as const),
});
/** A marketplace: who is a member of which desk, and what is asked. Any person may be a member of any desk, customers too. */
const marketplace = fc.record({
  members: fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(2)), { selector: String, maxLength: 12 }),
  conversations: fc.array(conversation, { minLength: 1, maxLength: 12 }),
});
type Marketplace = typeof marketplace extends fc.Arbitrary<infer Value> ? Value : never;

/** Puts a marketplace in place of the one before. */
async function settle({ members, conversations }: Marketplace): Promise<string[]> {
  const { prisma, pool } = world.system.db;
  await pool.query("TRUNCATE conversation, desk_member, conversation_count CASCADE");
  await prisma.deskMember.createMany({
    data: members.map(([person, desk]) => ({ personId: idOf(people, person), deskId: desks[desk] ?? "" })),
  });
  const customers = people.filter(({ role }) => role === "customer");
  const rows = conversations.map(({ requester, holder, others, status }, i) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, i));
    const deskId = desks[holder] ?? "";
    const times = { createdAt: at, lastEventAt: at, lastPublicAt: at };
    const about = { subject: "Help", channel: "portal", category: "bug", seq: 1, status } as const;
    const takePart = [...new Set([deskId, ...others.map((desk) => desks[desk] ?? "")])];
    return { row: { id: newId(), deskId, requesterId: idOf(customers, requester), ...about, ...times }, takePart };
  });
  await prisma.conversation.createMany({ data: rows.map(({ row }) => row) });
  await prisma.conversationDesk.createMany({
    data: rows.flatMap(({ row, takePart }) => takePart.map((deskId) => ({ conversationId: row.id, deskId }))),
  });
  return rows.map(({ row }) => row.id);
}

const idOf = (all: Actor[], i: number) => all[i]?.personId ?? "";

/** What the loader lets someone see. */
async function loadable(actor: Actor, ids: string[]): Promise<string[]> {
  const seen = ids.map((id) =>
    viewConversation(world.as(actor), id).then(
      () => [id],
      () => [],
    ),
  );
  return (await Promise.all(seen)).flat().sort();
}

/** What the condition lets someone see. */
async function selectable({ personId, app }: Actor): Promise<string[]> {
  const condition = visibleTo({ person: "$1::uuid", app: "$2::text" });
  const { rows } = await world.system.db.pool.query<{ id: string }>(
    `SELECT c.id FROM conversation c WHERE ${condition}`,
    [personId, app],
  );
  return rows.map(({ id }) => id).sort();
}

/** What the lists show someone: as customer their tickets, as agent what the desks hold that they are in. */
async function listed(actor: Actor): Promise<string[]> {
  const context = world.as(actor);
  const pages =
    actor.app === "customer"
      ? [await listTickets(context, { state: "all", search: "", cursor: undefined })]
      : [
          await listConversations(context, { view: "open", cursor: undefined }),
          await listConversations(context, { view: "resolved", cursor: undefined }),
        ];
  return pages.flatMap(({ rows }) => rows.map(({ id }) => id)).sort();
}

/** The ones that the desks hold that someone is a member of. */
async function heldBy(actor: Actor): Promise<string[]> {
  const where = { desk: { members: { some: { personId: actor.personId } } } };
  const found = await world.system.db.prisma.conversation.findMany({ where, select: { id: true } });
  return found.map(({ id }) => id).sort();
}

test("whatever the marketplace, the loader, the condition and the lists agree for every person in either app", async () => {
  let seen = 0;
  const property = fc.asyncProperty(marketplace, async (made) => {
    const ids = await settle(made);
    for (const person of people) {
      for (const app of ["customer", "console"] as const) {
        const actor = { ...person, app };
        const visible = await loadable(actor, ids);
        seen += visible.length;
        expect(await selectable(actor), `${person.name} in ${app}`).toEqual(visible);
        const list = await listed(actor);
        expect(list, `${person.name}'s list in ${app}`).toEqual(app === "customer" ? visible : await heldBy(actor));
        expect(visible, `${person.name}'s list in ${app}`).toEqual(expect.arrayContaining(list));
        if (app === "customer") continue;
        const counts = await countViews(world.as(actor), {});
        expect(counts.open + counts.resolved, `${person.name}'s counts`).toBe(list.length);
      }
    }
  });
  await fc.assert(property, { numRuns: Number(process.env.ACCESS_RUNS ?? 25), endOnFailure: true });
  expect(seen).toBeGreaterThan(100);
}, 60_000);

test("a rival developer finds nothing of another's conversation: no list, count, ticket, card or mark", async () => {
  await settle({ members: [], conversations: [{ requester: 0, holder: 1, others: [], status: "new" }] });
  await join(world.system, world.deskId, world.developer);
  await join(world.system, world.rivalDeskId, world.rival);
  const id = await customersTicket(world);
  await says(world.as(world.customer), id, "canary");
  await notes(world.as(world.developer), id, "canary");
  const own = world.as(world.developer);
  const rival = world.as(world.rival);
  // The right one finds it, by the same ways.
  expect((await listConversations(own, { view: "open", cursor: undefined })).rows.map((row) => row.id)).toEqual([id]);
  expect(await countViews(own, {})).toMatchObject({ open: 1, unassigned: 1 });

  const lists = await Promise.all(
    (["mine", "unassigned", "open", "resolved"] as const).flatMap((view) => [
      listConversations(rival, { view, cursor: undefined }),
      listConversations(rival, { view, productId: world.productId, cursor: undefined }),
    ]),
  );
  expect(JSON.stringify(lists)).not.toMatch(new RegExp(`canary|${id}`));
  // Their own desk's conversation of the same customer is theirs to see, and its card does not tell of the other.
  const theirs = (await listConversations(rival, { view: "open", cursor: undefined })).rows;
  expect(theirs).toHaveLength(1);
  const card = await getRequester(rival, { id: theirs[0]?.id ?? "" });
  expect(card.others).toEqual([]);
  expect(await countViews(rival, {})).toEqual({ mine: 0, unassigned: 1, open: 1, resolved: 0 });
  await expect(getRequester(rival, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(countViews(rival, { deskId: world.deskId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await countUnread(rival)).toBe(0);
  expect((await listTickets(rival, { state: "all", search: "Help", cursor: undefined })).rows).toEqual([]);
});
