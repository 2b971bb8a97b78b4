import { afterAll, beforeAll, expect, test } from "vitest";
import { assign } from "../conversations/assign.ts";
import { setStatus } from "../conversations/set-status.ts";
import type { Actor } from "../core/actor.ts";
import { removeMember } from "../desks/remove-member.ts";
import { drafts, publishes, reads, saves } from "../testing/articles.ts";
import { finds, indexed, searches } from "../testing/search.ts";
import { notes, opens, says } from "../testing/talk.ts";
import { createPerson, createWorld, join, type World } from "../testing/world.ts";
import { query } from "./query.ts";
import { queryInput } from "./schema.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ticket = (subject: string, who: Actor = world.customer) =>
  opens(world.as(who), { productId: world.productId, subject });
const numberOf = async (id: string) =>
  (await world.system.db.prisma.conversation.findUniqueOrThrow({ where: { id } })).number;

test("a requester finds their conversation by what was written to them, and nobody else's", async () => {
  const id = await ticket("Marzipan export");
  await says(world.as(world.developer), id, "The marzipan plugin needs an update.");
  await indexed(world);
  expect(await finds(world, world.customer, "marzipan")).toEqual([`conversation:${id}`]);
  const { hits } = await searches(world, world.customer, "marzipan");
  expect(hits[0]).toMatchObject({ href: `/conversations/${id}`, origin: `#${await numberOf(id)}`, status: "open" });
  expect(await finds(world, world.stranger, "marzipan")).toEqual([]);
  expect(await finds(world, null, "marzipan")).toEqual([]);
});

test("a note is in no hit, count, facet, excerpt or suggestion of the requester, and agents find it", async () => {
  const id = await ticket("Nougat import");
  await notes(world.as(world.developer), id, "Suspected zirconium chargeback.", "agents");
  await notes(world.as(world.developer), id, "Between us: zirconium refund denied.", "desk");
  await indexed(world);
  for (const text of ["zirconium", "chargeback", "zirconum", "zircon", "refund denied"]) {
    const answer = await searches(world, world.customer, text);
    expect(answer, text).toMatchObject({ hits: [], total: 0, suggestion: null, facets: { kinds: [], products: [] } });
  }
  const own = await searches(world, world.customer, "nougat");
  expect(own.total).toBe(1);
  expect(JSON.stringify(own)).not.toMatch(/zircon|chargeback|denied/i);
  expect(await finds(world, world.developer, "zirconium chargeback")).toEqual([`conversation:${id}`]);
  expect(await finds(world, world.colleague, "refund denied")).toEqual([`conversation:${id}`]);
});

test("that something was noted moves nothing a requester sees", async () => {
  const id = await ticket("Praline sync");
  await indexed(world);
  const before = await searches(world, world.customer, "praline");
  await notes(world.as(world.developer), id, "Praline again.");
  await indexed(world);
  const after = await searches(world, world.customer, "praline");
  expect({ ...after, took: 0 }).toEqual({ ...before, took: 0 });
});

test("a rival developer finds, counts and is suggested nothing of another's conversations, notes and drafts", async () => {
  const id = await ticket("Truffle crash");
  await notes(world.as(world.developer), id, "Truffle vendor is slow.", "desk");
  const { id: draft } = await drafts(world, { title: "Truffle handling", body: "Not for others." });
  await indexed(world);
  expect((await finds(world, world.developer, "truffle")).sort()).toEqual([`article:${draft}`, `conversation:${id}`]);
  for (const text of ["truffle", "trufle", "vendor", "handling"]) {
    const answer = await searches(world, world.rival, text);
    expect(answer, text).toMatchObject({ hits: [], total: 0, suggestion: null, facets: { kinds: [], products: [] } });
  }
  expect(await finds(world, world.rival, `#${await numberOf(id)}`)).toEqual([]);
  expect(await finds(world, world.rival, "Cleo")).toEqual([]);
});

test("another desk's own note stays with it when the conversation is handed on, and the new desk finds the rest", async () => {
  const id = await ticket("Caramel invoice");
  await notes(world.as(world.developer), id, "Butterscotch between us.", "desk");
  await indexed(world);
  expect(await finds(world, world.rival, "caramel")).toEqual([]);
  await assign(world.as(world.admin), { id, deskId: world.rivalDeskId, assigneeId: null });
  await indexed(world);
  expect(await finds(world, world.rival, "caramel")).toEqual([`conversation:${id}`]);
  expect(await finds(world, world.rival, "butterscotch")).toEqual([]);
  expect(await finds(world, world.developer, "butterscotch")).toEqual([`conversation:${id}`]);
});

test("whoever leaves a desk finds nothing of it with their next search", async () => {
  const leaver = await createPerson(world.system, "developer", "Lea Leaver");
  await join(world.system, world.deskId, leaver);
  const id = await ticket("Fudge licence");
  await drafts(world, { title: "Fudge for agents" });
  await indexed(world);
  expect(await finds(world, leaver, "fudge")).toHaveLength(2);
  await removeMember(world.as(world.admin), { deskId: world.deskId, personId: leaver.personId });
  expect(await searches(world, leaver, "fudge")).toMatchObject({ hits: [], total: 0, suggestion: null });
  expect(await finds(world, leaver, `#${await numberOf(id)}`)).toEqual([]);
});

test("articles are found by whom they are meant for", async () => {
  const made = {
    public: (await publishes(world, { title: "Toffee for all", audience: "public" })).id,
    customers: (await publishes(world, { title: "Toffee for customers", audience: "customers" })).id,
    developers: (await publishes(world, { title: "Toffee for developers", audience: "developers" })).id,
    agents: (await publishes(world, { title: "Toffee for agents", audience: "agents" })).id,
  };
  await indexed(world);
  const found = async (actor: Actor | null) => {
    const ids = await finds(world, actor, { text: "toffee", kinds: ["article"] });
    return Object.entries(made).flatMap(([audience, id]) => (ids.includes(`article:${id}`) ? audience : []));
  };
  expect(await found(null)).toEqual(["public"]);
  expect(await found(world.customer)).toEqual(["public", "customers"]);
  expect(await found(world.rival)).toEqual(["public", "customers", "developers"]);
  expect(await found(world.developer)).toEqual(["public", "customers", "developers", "agents"]);
  expect(await found(world.admin)).toEqual(["public", "customers", "developers", "agents"]);
});

test("what an author saved and did not publish is found by their desk alone, beside what readers see", async () => {
  const { id } = await publishes(world, { title: "Sherbet basics", body: "The old recipe.", audience: "public" });
  await saves(world.as(world.developer), id, "A quinine recipe.");
  await indexed(world);
  expect(await finds(world, world.customer, "quinine")).toEqual([]);
  expect(await finds(world, world.rival, "quinine")).toEqual([]);
  const [draft] = (await searches(world, world.developer, "quinine")).hits;
  expect(draft).toMatchObject({ id: `article:${id}:draft`, href: `/knowledge/${id}` });
  const [page] = (await searches(world, world.customer, "sherbet")).hits;
  expect(page).toMatchObject({ id: `article:${id}`, status: null });
});

test("an index that is out of date hides, and never shows", async () => {
  const { id } = await publishes(world, { title: "Liquorice secrets", audience: "public" });
  const conversation = await ticket("Liquorice question");
  await indexed(world);
  expect(await finds(world, world.customer, "liquorice")).toHaveLength(2);
  await world.system.db.prisma.article.update({ where: { id }, data: { audience: "agents" } });
  await world.system.db.prisma.conversation.update({
    where: { id: conversation },
    data: { requesterId: world.stranger.personId },
  });
  const answer = await searches(world, world.customer, "liquorice");
  expect(answer).toMatchObject({ hits: [], total: 0, facets: { kinds: [] } });
});

test("a number is found by whoever may open its conversation, written either way", async () => {
  const id = await ticket("Wafer number");
  const number = await numberOf(id);
  for (const text of [`#${number}`, `${number}`, `  #${number} `]) {
    expect((await finds(world, world.developer, text))[0]).toBe(`conversation:${id}`);
    expect((await finds(world, world.customer, text))[0]).toBe(`conversation:${id}`);
    expect(await finds(world, world.stranger, text)).not.toContain(`conversation:${id}`);
    expect(await finds(world, null, text)).not.toContain(`conversation:${id}`);
  }
  expect(await finds(world, world.admin, "#99999999999")).toEqual([]);
});

test("a person is found by the start of a name or by an address, by agents who have to do with them", async () => {
  const person = await createPerson(world.system, "customer", "Zoë O'Brien-Kowalska");
  const email = `${person.personId}@example.com`;
  for (const text of ["zoe", "Zoë kow", "o'brien", "kowalska", email]) {
    expect(await finds(world, world.admin, text), text).toContain(`person:${person.personId}`);
    expect(await finds(world, world.developer, text), text).not.toContain(`person:${person.personId}`);
  }
  await world.system.db.prisma.conversation.create({
    data: {
      ...{ id: crypto.randomUUID(), subject: "Hello", channel: "portal", category: "bug", seq: 1 },
      ...{ requesterId: person.personId, deskId: world.deskId, desks: { create: { deskId: world.deskId } } },
      ...{ createdAt: new Date(), lastEventAt: new Date(), lastPublicAt: new Date() },
    },
  });
  expect(await finds(world, world.developer, "zoe kow")).toEqual([`person:${person.personId}`]);
  // A part of an address that is made at random may stand somewhere else.
  for (const other of [world.rival, world.customer, null]) {
    for (const text of ["zoe", email])
      expect(await finds(world, other, text)).not.toContain(`person:${person.personId}`);
  }
});

test("filters, pages and counts agree with one another", async () => {
  const ids = [];
  for (let i = 0; i < 7; i++) ids.push(await ticket(`Gingerbread ${i}`));
  await setStatus(world.as(world.developer), { id: ids[0] ?? "", status: "resolved" });
  await publishes(world, { title: "Gingerbread recipe", audience: "public", productId: world.productId });
  await indexed(world);
  const all = await searches(world, world.developer, { text: "gingerbread", limit: 50 });
  expect(all.total).toBe(8);
  expect(all.facets.kinds).toEqual([
    { kind: "article", count: 1 },
    { kind: "conversation", count: 7 },
  ]);
  expect(all.facets.products).toEqual([{ id: world.productId, name: "Inkwell", count: 8 }]);
  const pages = [];
  for (let offset = 0; offset < 8; offset += 3)
    pages.push(...(await finds(world, world.developer, { text: "gingerbread", limit: 3, offset })));
  expect(pages).toHaveLength(8);
  expect(new Set(pages).size).toBe(8);
  const only = (more: object) => finds(world, world.developer, { text: "gingerbread", limit: 50, ...more });
  expect(await only({ kinds: ["article"] })).toHaveLength(1);
  expect(await only({ kinds: ["conversation"], open: true })).toHaveLength(6);
  expect(await only({ kinds: ["person"] })).toHaveLength(0);
  expect(await only({ deskId: world.rivalDeskId })).toHaveLength(0);
});

test("what an admin sees of another desk's conversations in a search is written down", async () => {
  const id = await ticket("Meringue complaint");
  await indexed(world);
  await world.system.db.prisma.deskLook.deleteMany();
  expect(await finds(world, world.admin, "meringue")).toEqual([`conversation:${id}`]);
  const looks = await world.system.db.prisma.deskLook.findMany();
  expect(looks).toMatchObject([{ adminId: world.admin.personId, deskId: world.deskId, conversationId: null }]);
});

test("nothing, spaces, NULs and half characters are searched for without an error", async () => {
  for (const text of ["", "   ", "\0", "\ud800", "%", "'", "a & | ! (", "#", "x".repeat(20_000)])
    expect(await searches(world, world.admin, text), JSON.stringify(text.slice(0, 9))).toMatchObject({
      degraded: false,
    });
});

test("a visitor who asks more than anybody types is told to wait", async () => {
  const typing = reads(world, null, "a-busy-network.browser");
  const asks = Array.from({ length: 700 }, () => query(typing, queryInput.parse({ text: "" })));
  const refused = (await Promise.allSettled(asks)).filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(100);
  expect(refused[0]).toMatchObject({ reason: { code: "RATE_LIMITED" } });
  expect(await searches(world, world.customer, "")).toMatchObject({ hits: [] });
});
