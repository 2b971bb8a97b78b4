import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewConversation } from "../conversations/access.ts";
import type { Viewer } from "../conversations/events.ts";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { enqueueAlone } from "../core/outbox.ts";
import { finds, indexed, searches } from "../testing/search.ts";
import { createPerson, createWorld, type World } from "../testing/world.ts";
import { changed } from "./changed.ts";

let world: World;
let people: Actor[];
let desks: string[];

beforeAll(async () => {
  world = await createWorld();
  const more = [
    await createPerson(world.system, "customer", "Carl"),
    await createPerson(world.system, "developer", "Dan"),
  ];
  people = [world.customer, world.stranger, world.developer, world.rival, world.admin, ...more];
  desks = [world.deskId, world.rivalDeskId, world.platformDeskId];
});
afterAll(() => world.close());

const NOTES = ["agents", "desk 0", "desk 1", "desk 2"] as const;
type Note = (typeof NOTES)[number];
/** A word for each, none like another. */
const WORDS: Record<Note, string> = {
  agents: "obsidian",
  "desk 0": "cumulus",
  "desk 1": "tarantella",
  "desk 2": "wigwam",
};
/** A conversation as chance has it: who asks, which desks take part, and who noted something. */
const conversation = fc.record({
  requester: fc.nat(2),
  desks: fc.subarray([0, 1, 2], { minLength: 1 }),
  notes: fc.subarray([...NOTES]),
});
const marketplace = fc.record({
  members: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(2)), { selector: String, maxLength: 8 }),
  conversations: fc.array(conversation, { minLength: 1, maxLength: 6 }),
});
type Made = typeof conversation extends fc.Arbitrary<infer Value> ? Value : never;
type Marketplace = typeof marketplace extends fc.Arbitrary<infer Value> ? Value : never;

async function settle({ members, conversations }: Marketplace): Promise<string[]> {
  const { prisma, pool } = world.system.db;
  for (const { id } of await prisma.conversation.findMany({ select: { id: true } })) await forget(id);
  await pool.query("TRUNCATE desk_member, conversation_count");
  await prisma.deskMember.createMany({
    data: members.map(([person, desk]) => ({ personId: people[person]?.personId ?? "", deskId: desks[desk] ?? "" })),
  });
  const customers = people.filter(({ role }) => role === "customer");
  const ids = [];
  for (const { requester, desks: takePart, notes } of conversations) {
    const id = newId();
    const deskIds = takePart.map((desk) => desks[desk] ?? "");
    const at = new Date();
    const actorId = customers[requester]?.personId ?? "";
    // Notes of desks that take no part are of no conversation.
    const noted = notes.filter((note) => isThere(note, takePart));
    await prisma.conversation.create({
      data: {
        ...{
          id,
          deskId: deskIds[0] ?? "",
          requesterId: actorId,
          subject: "Common",
          channel: "portal",
          category: "bug",
        },
        ...{ seq: 1 + noted.length, createdAt: at, lastEventAt: at, lastPublicAt: at },
        desks: { create: deskIds.map((deskId) => ({ deskId })) },
        events: {
          create: [
            { seq: 1, kind: "opened", visibility: "public", actorId, body: "Common words.", at },
            ...noted.map((note, i) => ({
              ...{ seq: i + 2, kind: "note" as const, actorId: world.admin.personId, at },
              visibility: note === "agents" ? ("agents" as const) : ("desk" as const),
              deskId: note === "agents" ? world.platformDeskId : (desks[Number(note.at(-1))] ?? ""),
              body: `Between us: ${WORDS[note]}.`,
            })),
          ],
        },
      },
    });
    await enqueueAlone(world.system, changed("conversation", id));
    ids.push(id);
  }
  await indexed(world);
  return ids;
}

function isThere(note: Note, takePart: readonly number[]): boolean {
  return note === "agents" || takePart.includes(Number(note.at(-1)));
}

/** The rule of conversations/events.ts, said once more. */
function mayRead(note: Note, made: Made | undefined, viewer: Viewer): boolean {
  if (!made?.notes.includes(note) || !isThere(note, made.desks) || viewer.side === "requester") return false;
  return note === "agents" || viewer.oversees || viewer.deskIds.includes(desks[Number(note.at(-1))] ?? "");
}

async function forget(id: string): Promise<void> {
  await world.system.db.prisma.conversation.delete({ where: { id } });
  await enqueueAlone(world.system, changed("conversation", id));
}

/** What the loader lets someone see, and which desks' own notes. */
async function visible(actor: Actor, ids: readonly string[]) {
  const seen = [];
  for (const id of ids) {
    const access = await viewConversation(world.as(actor), id).catch(() => null);
    if (access) seen.push({ id, viewer: access.viewer });
  }
  return seen;
}

test("whatever the marketplace, everybody finds and counts exactly what they may open, and notes exactly as far as they may read them", async () => {
  let found = 0;
  const property = fc.asyncProperty(marketplace, async (made) => {
    const ids = await settle(made);
    for (const person of people) {
      for (const app of ["customer", "console"] as const) {
        const actor = { ...person, app };
        const seen = await visible(actor, ids);
        found += seen.length;
        const expected = seen.map(({ id }) => `conversation:${id}`).sort();
        const answer = await searches(world, actor, { text: "common", limit: 50, kinds: ["conversation"] });
        const shown = answer.hits.map(({ id }) => id.split(":").slice(0, 2).join(":")).sort();
        expect(shown, `${person.name} in ${app}`).toEqual(expected);
        expect(answer.total).toBe(expected.length);
        expect(answer.facets.kinds).toEqual(
          expected.length > 0 ? [{ kind: "conversation", count: expected.length }] : [],
        );
        for (const note of NOTES) {
          const readable = seen.filter(({ id, viewer }) => mayRead(note, made.conversations[ids.indexOf(id)], viewer));
          const notes = await finds(world, actor, { text: WORDS[note], limit: 50, kinds: ["conversation"] });
          expect(notes.sort(), `${person.name} in ${app} finds ${note}`).toEqual(
            readable.map(({ id }) => `conversation:${id}`).sort(),
          );
        }
      }
    }
  });
  await fc.assert(property, { numRuns: Number(process.env.ACCESS_RUNS ?? 8), endOnFailure: true });
  expect(found).toBeGreaterThan(20);
}, 120_000);
