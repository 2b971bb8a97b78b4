import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "./core/actor.ts";
import { newId } from "./core/ids.ts";
import type { SaveLinkInput } from "./documentation/schema.ts";
import { drafts } from "./testing/articles.ts";
import { callAs } from "./testing/calls.ts";
import { headersOf } from "./testing/client.ts";
import { addedSource, linkOf, savedLink } from "./testing/documentation.ts";
import { customersTicket, opens } from "./testing/talk.ts";
import { createWorld, serveWorld, type TestServer, type World } from "./testing/world.ts";

let world: World;
let server: TestServer;
/** Ids of what the developer and the customer may not see, or that do not exist. */
let foreign: Record<"ticket" | "product" | "article" | "collection" | "link" | "source" | "nothing", string>;
/** What the developer may name. */
let own: { article: string; collection: string };

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
  const about = { slug: "rival", name: "Rival", tagline: "", description: "", version: "1", hue: 1 };
  const product = newId();
  await world.system.db.prisma.product.create({ data: { id: product, deskId: world.rivalDeskId, ...about } });
  const ticket = await opens(world.as(world.stranger), { productId: null });
  const theirs = { deskId: world.rivalDeskId, collectionId: await collection(world.rivalDeskId) };
  const { id: article } = await drafts(world, theirs, world.rival);
  const documentation = { productId: product, url: "https://rita.example/" };
  const link = await savedLink(world, documentation, world.rival);
  const source = await addedSource(world, documentation, world.rival);
  foreign = { ticket, product, article, link, source, collection: theirs.collectionId, nothing: randomUUID() };
  own = { article: (await drafts(world)).id, collection: await collection(world.deskId) };
});
afterAll(async () => {
  await server.close();
  await world.close();
});

async function collection(deskId: string): Promise<string> {
  const data = { id: newId(), slug: randomUUID(), name: "Licences", deskId };
  return (await world.system.db.prisma.collection.create({ data })).id;
}

const call = (actor: Actor, path: string, input: unknown) => callAs(server, { actor }, { path, input, over: "http" });
const clientId = () => randomUUID();
/** Everything in the database that a refused call could have changed. */
async function rows() {
  const { conversation, event, readCursor, deskMember, person, desk } = world.system.db.prisma;
  const { productLink, productSource } = world.system.db.prisma;
  const { article, articleRevision, articleDraft, articleVote, collection } = world.system.db.prisma;
  return Promise.all([
    ...[conversation.count(), event.count(), readCursor.count(), deskMember.count()],
    ...[article.findMany({ orderBy: { id: "asc" } }), collection.findMany({ orderBy: { id: "asc" } })],
    ...[productLink.findMany({ orderBy: { id: "asc" } }), productSource.findMany({ orderBy: { id: "asc" } })],
    ...[articleRevision.count(), articleDraft.count(), articleVote.count(), desk.findMany({ orderBy: { id: "asc" } })],
    person.findMany({ select: { id: true, role: true }, orderBy: { id: "asc" } }),
    conversation.findMany({ select: { id: true, seq: true, assigneeId: true, deskId: true }, orderBy: { id: "asc" } }),
  ]);
}

describe("an id of somebody else's, and one of nobody's, is not found as", () => {
  // biome-ignore format: a table reads as a table.
  const ASKED: [what: string, path: string, who: "customer" | "developer" | "admin", input: (id: string) => unknown, foreign: () => string][] = [
    ["conversation to get",     "conversations.get",        "developer", (id) => ({ id }),                                                      () => foreign.ticket],
    ["conversation to page",    "conversations.earlier",    "developer", (id) => ({ id, before: 5 }),                                           () => foreign.ticket],
    ["conversation to reply",   "conversations.reply",      "customer",  (id) => ({ id, clientId: clientId(), body: "a" }),                     () => foreign.ticket],
    ["conversation to note",    "conversations.note",       "developer", (id) => ({ id, clientId: clientId(), body: "a", visibility: "desk" }), () => foreign.ticket],
    ["conversation to assign",  "conversations.assign",     "developer", (id) => ({ id, assigneeId: null }),                                    () => foreign.ticket],
    ["conversation to raise",   "conversations.setPriority", "developer", (id) => ({ id, priority: "high" }),                                   () => foreign.ticket],
    ["conversation to resolve", "conversations.setStatus",  "customer",  (id) => ({ id, status: "resolved" }),                                  () => foreign.ticket],
    ["conversation to read",    "conversations.markRead",   "customer",  (id) => ({ id, seq: 1 }),                                              () => foreign.ticket],
    ["conversation to type in", "conversations.typing",     "customer",  (id) => ({ id, mode: "reply" }),                                       () => foreign.ticket],
    ["requester's conversation", "conversations.requester", "developer", (id) => ({ id }),                                                      () => foreign.ticket],
    ["assignees' conversation", "desks.assignees",          "developer", (id) => ({ id }),                                                      () => foreign.ticket],
    ["conversation to follow up", "conversations.open",     "customer",  (id) => opening({ followsId: id }),                                    () => foreign.ticket],
    ["product to ask about",    "conversations.open",       "customer",  (id) => opening({ productId: id }),                                    () => foreign.product],
    ["desk of a list",          "conversations.list",       "developer", (id) => ({ view: "open", deskId: id }),                                () => world.rivalDeskId],
    ["desk of counts",          "conversations.counts",     "developer", (id) => ({ deskId: id }),                                              () => world.rivalDeskId],
    ["member to remove",        "desks.removeMember",       "admin",     (id) => ({ deskId: world.deskId, personId: id }),                      () => world.rival.personId],
    ["product of links",        "documentation.links",      "developer", (id) => ({ productId: id }),                                           () => foreign.product],
    ["product of sites",        "documentation.sources",    "developer", (id) => ({ productId: id }),                                           () => foreign.product],
    ["product to list for",     "documentation.saveLink",   "developer", (id) => link({ productId: id }),                                       () => foreign.product],
    ["product to read for",     "documentation.addSource",  "developer", (id) => ({ productId: id, kind: "sitemap", url: "https://a.example/" }), () => foreign.product],
    ["product to order for",    "documentation.orderLinks", "developer", (id) => ({ productId: id, ids: [foreign.link] }),                      () => foreign.product],
    ["link to order",           "documentation.orderLinks", "developer", (id) => ({ productId: world.productId, ids: [id] }),                   () => foreign.link],
    ["link to change",          "documentation.saveLink",   "developer", (id) => link({ id }),                                                  () => foreign.link],
    ["link to remove",          "documentation.removeLink", "developer", (id) => ({ id }),                                                      () => foreign.link],
    ["link to ask",             "documentation.checkLinkNow", "developer", (id) => ({ id }),                                                    () => foreign.link],
    ["site to remove",          "documentation.removeSource", "developer", (id) => ({ id }),                                                    () => foreign.source],
    ["site to read",            "documentation.readSourceNow", "developer", (id) => ({ id }),                                                   () => foreign.source],
    ["article to open",         "articles.get",             "developer", (id) => ({ id }),                                                      () => foreign.article],
    ["article to save",         "articles.save",            "developer", (id) => ({ id, baseRevision: 1, title: "a", summary: "", body: "a" }), () => foreign.article],
    ["article to autosave",     "articles.autosave",        "developer", (id) => ({ id, baseRevision: 1 }),                                     () => foreign.article],
    ["article to publish",      "articles.publish",         "developer", (id) => ({ id, revision: 1 }),                                         () => foreign.article],
    ["article to publish later", "articles.publish",        "developer", (id) => ({ id, revision: 1, at: "2100-01-01T00:00:00Z" }),            () => foreign.article],
    ["article not to publish",  "articles.unschedule",      "developer", (id) => ({ id }),                                                      () => foreign.article],
    ["article to set",          "articles.setDetails",      "developer", (id) => ({ id, slug: "taken-over" }),                                  () => foreign.article],
    ["article to take down",    "articles.archive",         "developer", (id) => ({ id }),                                                      () => foreign.article],
    ["article to compare",      "articles.difference",      "developer", (id) => ({ id, from: 1, to: 1 }),                                      () => foreign.article],
    ["article to restore",      "articles.restore",         "developer", (id) => ({ id, number: 1 }),                                           () => foreign.article],
    ["article to relate to",    "articles.setDetails",      "developer", (id) => ({ id: own.article, relatedIds: [id] }),                       () => foreign.article],
    ["article to order",        "articles.orderArticles",   "developer", (id) => ({ deskId: world.deskId, ids: [own.article, id] }),            () => foreign.article],
    ["article to vote on",      "articles.vote",            "customer",  (id) => ({ id, helpful: true }),                                       () => foreign.article],
    ["article to count",        "articles.countView",       "customer",  (id) => ({ id }),                                                      () => foreign.article],
    ["owner of an article",     "articles.setDetails",      "developer", (id) => ({ id: own.article, ownerId: id }),                            () => world.rival.personId],
    ["product of an article",   "articles.setDetails",      "developer", (id) => ({ id: own.article, productId: id }),                          () => foreign.product],
    ["product of a new article", "articles.create",         "developer", (id) => ({ deskId: world.deskId, title: "a", productId: id }),         () => foreign.product],
    ["collection of an article", "articles.setDetails",     "developer", (id) => ({ id: own.article, collectionId: id }),                       () => foreign.collection],
    ["collection to change",    "articles.saveCollection",  "developer", (id) => ({ id, deskId: world.deskId, name: "a", parentId: null, productId: null }), () => foreign.collection],
    ["collection to be in",     "articles.saveCollection",  "developer", (id) => ({ deskId: world.deskId, name: "a", parentId: id, productId: null }), () => foreign.collection],
    ["collection to delete",    "articles.deleteCollection", "developer", (id) => ({ id }),                                                     () => foreign.collection],
    ["collection to move into", "articles.deleteCollection", "developer", (id) => ({ id: own.collection, moveTo: id }),                          () => foreign.collection],
    ["desk to write for",       "articles.create",          "developer", (id) => ({ deskId: id, title: "a" }),                                  () => world.rivalDeskId],
    ["desk of articles",        "articles.list",            "developer", (id) => ({ deskId: id }),                                              () => world.rivalDeskId],
    ["desk of article counts",  "articles.counts",          "developer", (id) => ({ deskId: id }),                                              () => world.rivalDeskId],
    ["desk of figures",         "articles.figures",         "developer", (id) => ({ deskId: id }),                                              () => world.rivalDeskId],
    ["desk that reviews",       "articles.setReview",       "developer", (id) => ({ deskId: id, reviews: true }),                               () => world.rivalDeskId],
    ["ticket to write of",      "articles.fromConversation", "developer", (id) => ({ conversationId: id }),                                     () => foreign.ticket],
    ["desk of a member",        "desks.removeMember",       "admin",     (id) => ({ deskId: id, personId: world.developer.personId }),          () => world.rivalDeskId],
  ];
  const link = (more: Partial<SaveLinkInput>) => linkOf(world, more);
  function opening(more: object) {
    return { clientId: clientId(), productId: null, category: "bug", subject: "Help", body: "It broke.", ...more };
  }

  test.each(ASKED)("%s: %s", async (_what, path, who, input, foreignId) => {
    const before = await rows();
    expect(await call(world[who], path, input(foreignId()))).toBe("NOT_FOUND");
    expect(await call(world[who], path, input(foreign.nothing))).toBe("NOT_FOUND");
    expect(await rows()).toEqual(before);
  });

  test("desk whose changes to follow, for an agent and for a customer", async () => {
    for (const actor of [world.developer, world.customer]) {
      for (const deskId of [world.rivalDeskId, foreign.nothing]) {
        const ending = callAs(server, { actor }, { path: "conversations.changes", input: { deskId }, over: "socket" });
        expect(await ending).toBe("NOT_FOUND");
      }
    }
  });

  test("desk to assign to, for an admin; a developer may hand over to the platform alone", async () => {
    const id = await customersTicket(world);
    const assign = (who: Actor, deskId: string, assigneeId: string | null = null) =>
      call(who, "conversations.assign", { id, deskId, assigneeId });
    expect(await assign(world.admin, foreign.nothing)).toBe("NOT_FOUND");
    expect(await assign(world.developer, world.rivalDeskId)).toBe("FORBIDDEN");
    expect(await assign(world.developer, world.deskId, world.rival.personId)).toBe("ASSIGNEE_NOT_IN_DESK");
    expect(await assign(world.developer, world.deskId, foreign.nothing)).toBe("ASSIGNEE_NOT_IN_DESK");
    expect(await assign(world.developer, world.platformDeskId, world.developer.personId)).toBe("ASSIGNEE_NOT_IN_DESK");
    expect(await assign(world.developer, world.platformDeskId)).toBe("ok");
  });
});

test("a field that a procedure does not ask for is refused, and nothing is written", async () => {
  const id = await customersTicket(world);
  const extra = {
    ...{
      role: "admin",
      ownerId: world.rival.personId,
      requesterId: world.rival.personId,
      actorId: world.rival.personId,
    },
    ...{ visibility: "public", productId: world.productId, deskId: world.deskId, status: "closed", seq: 99, tier: 9 },
  };
  const before = await rows();
  for (const [name, value] of Object.entries(extra)) {
    const reply = { id, clientId: clientId(), body: "a", [name]: value };
    expect(await call(world.developer, "conversations.reply", reply), name).toBe("BAD_REQUEST");
    const read = { id, mode: "reply", [name]: value };
    expect(await call(world.customer, "conversations.typing", read), name).toBe("BAD_REQUEST");
    const opening = { clientId: clientId(), productId: null, category: "bug", subject: "a", body: "a", extra: value };
    expect(await call(world.customer, "conversations.open", opening), name).toBe("BAD_REQUEST");
  }
  expect(await rows()).toEqual(before);
});

describe("what no client of ours would send is a bad request, never a fault of the server:", () => {
  const HOSTILE = ["' OR 1=1 --", "'; DROP TABLE event; --", "1e309", "\0", "../../etc", "x".repeat(5_000)];
  const CURSORS = ["2026-99-99T99:99:99Z", "2026-01-01T00:00:00.000Z", "0000-01-01T00:00:00Z"].flatMap((at) =>
    ["-".repeat(36), newId(), "' OR TRUE"].map((id) => `${at}_${id}`),
  );

  test.each([...HOSTILE, ...CURSORS])("%j in every filter", async (text) => {
    const developer = (path: string, input: unknown) => call(world.developer, path, input);
    const customer = (path: string, input: unknown) => call(world.customer, path, input);
    const endings = await Promise.all([
      developer("conversations.list", { view: "open", cursor: text }),
      developer("conversations.list", { view: text }),
      developer("conversations.list", { view: "open", priority: text }),
      developer("conversations.list", { view: "open", productId: text }),
      customer("conversations.tickets", { state: "all", search: text }),
      customer("conversations.tickets", { state: "all", cursor: text }),
      customer("marketplace.product", { slug: text }),
      call(world.admin, "mail.log", { cursor: text }),
      developer("articles.list", { search: text }),
      developer("articles.list", { cursor: text }),
      customer("articles.read", { slug: text }),
      customer("articles.collection", { slug: text }),
      customer("articles.home", { product: text }),
      customer("articles.sitemapPart", { kind: "articles", from: text }),
      developer("articles.setDetails", { id: own.article, slug: text }),
      customer("search.query", { text }),
      customer("search.answers", { text, productId: null }),
      customer("search.finished", { text, found: 0 }),
      customer("search.opened", { searchId: newId(), document: text, place: 1 }),
      customer("search.avoided", { document: text }),
      ...["dismissMiss", "saveSynonym", "addStopWord", "removeStopWord", "addPromotion"].map((name) =>
        call(world.admin, `search.${name}`, relevanceOf(name, text)),
      ),
    ]);
    for (const ending of endings) expect(["ok", "BAD_REQUEST", "NOT_FOUND"]).toContain(ending);
    expect(endings[1]).toBe("BAD_REQUEST");
  });

  test.each([Number.MAX_SAFE_INTEGER, 2_147_483_648, -1, 1.5, "1"])("%j as a number of an event", async (seq) => {
    const id = await customersTicket(world);
    expect(await call(world.customer, "conversations.earlier", { id, before: seq })).toBe("BAD_REQUEST");
    expect(await call(world.customer, "conversations.markRead", { id, seq })).toBe("BAD_REQUEST");
    const article = { id: own.article };
    for (const [name, input] of Object.entries({
      ...{ revision: { number: seq }, difference: { from: seq, to: 1 }, restore: { number: seq } },
      ...{ publish: { revision: seq }, requestReview: { revision: seq }, autosave: { baseRevision: seq } },
    })) {
      expect(await call(world.developer, `articles.${name}`, { ...article, ...input }), name).toBe("BAD_REQUEST");
    }
  });
});

/** What admins tell search, with a text in it. */
function relevanceOf(name: string, text: string): object {
  if (name === "saveSynonym") return { words: [text, "another"] };
  if (name.endsWith("StopWord")) return { word: text };
  return { query: text, ...(name === "addPromotion" && { articleId: newId() }) };
}

test("__proto__ and its kin in an input pollute no prototype", async () => {
  const id = await customersTicket(world);
  const url = server.url("customer");
  const headers = { ...headersOf(server, world.customer), "content-type": "application/json" };
  const poisons = [
    `{"id":"${id}","clientId":"${clientId()}","body":"a","__proto__":{"polluted":true}}`,
    `{"id":"${id}","clientId":"${clientId()}","body":"a","constructor":{"prototype":{"polluted":true}}}`,
    `{"__proto__":{"id":"${id}","polluted":true}}`,
    `{"0":{"__proto__":{"polluted":true}}}`,
  ];
  for (const body of poisons) {
    const { status } = await fetch(`${url}/api/trpc/conversations.reply`, { method: "POST", headers, body });
    // A reply with a field too many is refused; one whose prototype alone was named may pass as if it had none.
    expect([200, 400]).toContain(status);
    await fetch(`${url}/api/trpc/conversations.reply?batch=1`, { method: "POST", headers, body });
    await fetch(`${url}/api/trpc/conversations.get?input=${encodeURIComponent(body)}`, { headers });
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(Reflect.get([], "polluted")).toBeUndefined();
});
