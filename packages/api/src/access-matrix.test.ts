import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archiveArticle } from "./articles/archive.ts";
import { publishArticle } from "./articles/publish.ts";
import { requestReview } from "./articles/request-review.ts";
import type { Actor } from "./core/actor.ts";
import { drafts, publishes } from "./testing/articles.ts";
import { allProcedures, callAs, type Transport } from "./testing/calls.ts";
import { headersOf } from "./testing/client.ts";
import { addedSource, linkOf, newProduct, savedLink } from "./testing/documentation.ts";
import { customersTicket } from "./testing/talk.ts";
import { upgrade } from "./testing/upgrade.ts";
import { createPerson, createWorld, join, serveWorld, signIn, type TestServer, type World } from "./testing/world.ts";

let world: World;
let server: TestServer;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const ENDING = { ok: "ok", hidden: "NOT_FOUND", denied: "FORBIDDEN", other: "WRONG_APP" } as const;
type Word = keyof typeof ENDING;
/** Whoever is signed in. */
const ACTORS = ["customer", "stranger", "developer", "colleague", "rival", "admin"] as const;

interface Row {
  /** Makes what is called with, on rows of its own. */
  input: () => Promise<unknown> | unknown;
  /** How it ends for each of the actors, and then for a visitor; most things are not for visitors. */
  endings: readonly Word[];
}

function row(input: Row["input"], endings: string): Row {
  return { input, endings: endings.split(/ +/) as Word[] };
}

const ticket = async (more: object = {}) => ({ id: await customersTicket(world), ...more });
const clientId = () => randomUUID();
const nothing = () => undefined;
const text = { title: "b", summary: "", body: "b" };

// biome-ignore format: a table reads as a table.
const TABLE: Record<string, Row> = {
  //                                                                  requester  another   developer  colleague  rival   admin   visitor
  "articles.home":            row(() => ({}),                                        "ok     ok      ok      ok      ok      ok      ok"),
  "articles.collection":      row(collection,                                        "ok     ok      ok      ok      ok      ok      ok"),
  "articles.read":            row(reading,                                           "ok     ok      ok      ok      ok      ok      ok"),
  "articles.published":       row(() => ({}),                                        "ok     ok      ok      ok      ok      ok      ok"),
  "articles.sitemap":         row(nothing,                                           "ok     ok      ok      ok      ok      ok      ok"),
  "articles.sitemapPart":     row(() => ({ kind: "articles", from: randomUUID() }),  "ok     ok      ok      ok      ok      ok      ok"),
  "articles.vote":            row(() => page({ helpful: true }),                     "ok     ok      denied  denied  ok      ok      ok"),
  "articles.countView":       row(() => page(),                                      "ok     ok      ok      ok      ok      ok      ok"),
  "articles.list":            row(() => ofDesk(),                                    "other  other   ok      ok      hidden  ok"),
  "articles.counts":          row(() => ofDesk(),                                    "other  other   ok      ok      hidden  ok"),
  "articles.choices":         row(() => ofDesk(),                                    "other  other   ok      ok      hidden  ok"),
  "articles.get":             row(() => article(),                                   "other  other   ok      ok      hidden  ok"),
  "articles.create":          row(() => ofDesk({ title: "a" }),                      "other  other   ok      ok      hidden  ok"),
  "articles.fromConversation": row(() => ofTicket(),                                 "other  other   ok      ok      hidden  ok"),
  "articles.save":            row(() => article({ baseRevision: 1, ...text }),       "other  other   ok      ok      hidden  ok"),
  "articles.autosave":        row(() => article({ baseRevision: 1, draft: text }),   "other  other   ok      ok      hidden  ok"),
  "articles.discardDraft":    row(() => article(),                                   "other  other   ok      ok      hidden  ok"),
  "articles.preview":         row(() => ({ body: "a" }),                             "other  other   ok      ok      ok      ok"),
  "articles.setDetails":      row(() => article({ kind: "tutorial" }),               "other  other   ok      ok      hidden  ok"),
  "articles.verify":          row(() => article(),                                   "other  other   ok      ok      hidden  ok"),
  "articles.publish":         row(() => article({ revision: 1 }),                    "other  other   ok      ok      hidden  ok"),
  "articles.unschedule":      row(scheduled,                                         "other  other   ok      ok      hidden  ok"),
  "articles.unpublish":       row(() => page(),                                      "other  other   ok      ok      hidden  ok"),
  "articles.archive":         row(() => page(),                                      "other  other   ok      ok      hidden  ok"),
  "articles.unarchive":       row(archived,                                          "other  other   ok      ok      hidden  ok"),
  "articles.requestReview":   row(() => article({ revision: 1 }),                    "other  other   ok      ok      hidden  ok"),
  "articles.sendBack":        row(inReview,                                          "other  other   ok      ok      hidden  ok"),
  "articles.setReview":       row(() => ofDesk({ reviews: false }),                  "other  other   ok      ok      hidden  ok"),
  "articles.revisions":       row(() => article(),                                   "other  other   ok      ok      hidden  ok"),
  "articles.revision":        row(() => article({ number: 1 }),                      "other  other   ok      ok      hidden  ok"),
  "articles.difference":      row(() => article({ from: 1, to: 1 }),                 "other  other   ok      ok      hidden  ok"),
  "articles.restore":         row(() => article({ number: 1 }),                      "other  other   ok      ok      hidden  ok"),
  "articles.collections":     row(() => ofDesk(),                                    "other  other   ok      ok      hidden  ok"),
  "articles.saveCollection":  row(() => ofDesk({ name: "a", parentId: null, productId: null }), "other  other   ok      ok      hidden  ok"),
  "articles.deleteCollection": row(emptyCollection,                                  "other  other   ok      ok      hidden  ok"),
  "articles.orderCollections": row(async () => ofDesk({ ids: [(await emptyCollection()).id] }), "other  other   ok      ok      hidden  ok"),
  "articles.shelf":           row(() => ofDesk({ collectionId: null }),               "other  other   ok      ok      hidden  ok"),
  "articles.orderArticles":   row(async () => ofDesk({ ids: [(await article()).id] }), "other  other   ok      ok      hidden  ok"),
  "articles.figures":         row(() => ofDesk(),                                    "other  other   ok      ok      hidden  ok"),
  "conversations.get":        row(() => ticket(),                                    "ok     hidden  ok      ok      hidden  ok"),
  "conversations.earlier":    row(() => ticket({ before: 9 }),                       "ok     hidden  ok      ok      hidden  ok"),
  "conversations.requester":  row(() => ticket(),                                    "other  other   ok      ok      hidden  ok"),
  "conversations.list":       row(() => ({ view: "open" }),                          "other  other   ok      ok      ok      ok"),
  "conversations.counts":     row(() => ({}),                                        "other  other   ok      ok      ok      ok"),
  "conversations.unread":     row(nothing,                                           "ok     ok      ok      ok      ok      ok"),
  "conversations.tickets":    row(() => ({ state: "all" }),                          "ok     ok      other   other   other   other"),
  "conversations.open":       row(opening,                                           "ok     ok      other   other   other   other"),
  "conversations.reply":      row(() => ticket({ clientId: clientId(), body: "a" }), "ok     hidden  ok      ok      hidden  denied"),
  "conversations.note":       row(noting,                                            "other  other   ok      ok      hidden  denied"),
  "conversations.assign":     row(() => ticket({ assigneeId: null }),                "other  other   ok      ok      hidden  ok"),
  "conversations.setPriority": row(() => ticket({ priority: "high" }),               "other  other   ok      ok      hidden  denied"),
  "conversations.setStatus":  row(() => ticket({ status: "resolved" }),              "ok     hidden  ok      ok      hidden  denied"),
  "conversations.markRead":   row(() => ticket({ seq: 1 }),                          "ok     hidden  ok      ok      hidden  denied"),
  "conversations.typing":     row(() => ticket({ mode: "reply" }),                   "ok     hidden  ok      ok      hidden  denied"),
  "conversations.live":       row(() => ticket(),                                    "ok     hidden  ok      ok      hidden  ok"),
  "conversations.changes":    row(() => ({}),                                        "ok     ok      ok      ok      ok      ok"),
  "desks.list":               row(nothing,                                           "other  other   ok      ok      ok      ok"),
  "desks.assignees":          row(() => ticket(),                                    "other  other   ok      ok      hidden  ok"),
  "desks.removeMember":       row(newMember,                                         "other  other   denied  denied  denied  ok"),
  "documentation.ofProduct":  row(() => ({ productId: world.productId }),            "ok     ok      ok      ok      ok      ok      ok"),
  "documentation.links":      row(() => ({ productId: world.productId }),            "other  other   ok      ok      hidden  ok"),
  "documentation.saveLink":   row(() => linkOf(world),                               "other  other   ok      ok      hidden  ok"),
  "documentation.orderLinks": row(orderingLinks,                                     "other  other   ok      ok      hidden  ok"),
  "documentation.removeLink": row(link,                                              "other  other   ok      ok      hidden  ok"),
  "documentation.checkLinkNow": row(link,                                            "other  other   ok      ok      hidden  ok"),
  "documentation.sources":    row(() => ({ productId: world.productId }),            "other  other   ok      ok      hidden  ok"),
  "documentation.addSource":  row(addingSource,                                      "other  other   ok      ok      hidden  ok"),
  "documentation.removeSource": row(source,                                          "other  other   ok      ok      hidden  ok"),
  "documentation.readSourceNow": row(source,                                         "other  other   ok      ok      hidden  ok"),
  "mail.log":                 row(() => ({}),                                        "other  other   denied  denied  denied  ok"),
  "marketplace.products":     row(nothing,                                           "ok     ok      other   other   other   other"),
  "marketplace.product":      row(() => ({ slug: "inkwell" }),                       "ok     ok      other   other   other   other"),
  "people.me":                row(nothing,                                           "ok     ok      ok      ok      ok      ok"),
  "people.signOut":           row(nothing,                                           "ok     ok      ok      ok      ok      ok"),
  "people.signOutElsewhere":  row(nothing,                                           "ok     ok      ok      ok      ok      ok"),
  "search.query":             row(() => ({ text: "a" }),                             "ok     ok      ok      ok      ok      ok      ok"),
  "search.finished":          row(() => ({ text: "a", found: 1 }),                   "ok     ok      ok      ok      ok      ok      ok"),
  "search.opened":            row(() => search({ document: "a", place: 1 }),         "ok     ok      ok      ok      ok      ok      ok"),
  "search.helped":            row(() => search(),                                    "ok     ok      ok      ok      ok      ok      ok"),
  "search.endedInTicket":     row(() => search(),                                    "ok     ok      ok      ok      ok      ok      ok"),
  "search.answers":           row(() => ({ text: "a", productId: null }),            "ok     ok      other   other   other   other"),
  "search.avoided":           row(answer,                                            "ok     ok      other   other   other   other"),
  "search.suggestions":       row(() => ofTicket(),                                  "other  other   ok      ok      hidden  ok"),
  "search.answered":          row(async () => ofTicket({ articleId: (await page()).id }), "other  other   ok      ok      hidden  denied"),
  "search.synonyms":          row(nothing,                                           "other  other   denied  denied  denied  ok"),
  "search.saveSynonym":       row(() => ({ words: ["a", "b"] }),                     "other  other   denied  denied  denied  ok"),
  "search.removeSynonym":     row(() => ({ id: randomUUID() }),                      "other  other   denied  denied  denied  ok"),
  "search.stopWords":         row(nothing,                                           "other  other   denied  denied  denied  ok"),
  "search.addStopWord":       row(() => ({ word: "qua" }),                           "other  other   denied  denied  denied  ok"),
  "search.removeStopWord":    row(() => ({ word: "qua" }),                           "other  other   denied  denied  denied  ok"),
  "search.promotions":        row(nothing,                                           "other  other   denied  denied  denied  ok"),
  "search.addPromotion":      row(async () => ({ query: "a", articleId: (await page()).id }), "other  other   denied  denied  denied  ok"),
  "search.removePromotion":   row(() => ({ id: randomUUID() }),                      "other  other   denied  denied  denied  ok"),
  "search.misses":            row(() => ({}),                                        "other  other   denied  denied  denied  ok"),
  "search.dismissMiss":       row(() => ({ query: "a" }),                            "other  other   denied  denied  denied  ok"),
  "search.tryAsCustomer":     row(() => ({ text: "a" }),                             "other  other   denied  denied  denied  ok"),
  "search.figures":           row(() => ({}),                                        "other  other   denied  denied  denied  ok"),
};

async function article(more: object = {}) {
  return { id: (await drafts(world)).id, ...more };
}

async function page(more: object = {}) {
  return { id: (await publishes(world)).id, ...more };
}

async function reading() {
  return { slug: (await publishes(world)).slug };
}

const ofTicket = async (more: object = {}) => ({ conversationId: await customersTicket(world), ...more });
const search = (more: object = {}) => ({ searchId: randomUUID(), ...more });

async function answer() {
  return { document: `article:${(await page()).id}` };
}

const ofDesk = (more: object = {}) => ({ deskId: world.deskId, ...more });

async function inReview() {
  const { id } = await article();
  await requestReview(world.as(world.developer), { id, revision: 1 });
  return { id, revision: 1 };
}

async function scheduled() {
  const { id } = await article();
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await publishArticle(world.as(world.developer), { id, revision: 1, at });
  return { id };
}

async function archived() {
  const { id } = await article();
  await archiveArticle(world.as(world.developer), { id });
  return { id };
}

async function emptyCollection() {
  const data = { id: randomUUID(), slug: randomUUID(), deskId: world.deskId, name: "Licences" };
  return { id: (await world.system.db.prisma.collection.create({ data })).id };
}

async function collection() {
  const { id } = await emptyCollection();
  await publishes(world, { collectionId: id });
  return world.system.db.prisma.collection.findUniqueOrThrow({ where: { id }, select: { slug: true } });
}

function opening() {
  return { clientId: clientId(), productId: world.productId, category: "bug", subject: "Help", body: "It broke." };
}

async function link() {
  return { id: await savedLink(world) };
}

async function source() {
  return { id: await addedSource(world) };
}

async function orderingLinks() {
  return { productId: world.productId, ids: [await savedLink(world)] };
}

async function addingSource() {
  return { productId: await newProduct(world), kind: "sitemap", url: "https://docs.example/sitemap.xml" };
}

async function noting() {
  return ticket({ clientId: clientId(), body: "a", visibility: "desk" });
}

async function newMember() {
  const person = await createPerson(world.system, "developer", "Nora New");
  await join(world.system, world.deskId, person);
  return { deskId: world.deskId, personId: person.personId };
}

test("every procedure stands in the table, and nothing else does", () => {
  expect(Object.keys(TABLE).sort()).toEqual([...allProcedures().keys()].sort());
});

const rows = Object.entries(TABLE);
const overHttp = ([path]: [string, Row]) => allProcedures().get(path) !== "subscription";

/** How a call ends for each of the actors, each in a session of their own. */
async function endings(path: string, { input }: Row, over: Transport): Promise<Record<string, string>> {
  const found = ACTORS.map(async (name) => {
    const actor = await signIn(world.system, world[name]);
    return [name, await callAs(server, { actor }, { path, input: await input(), over })];
  });
  return Object.fromEntries(await Promise.all(found));
}

const expected = ({ endings }: Row) => Object.fromEntries(ACTORS.map((name, i) => [name, ENDING[endings[i] ?? "ok"]]));

describe("who may do what", () => {
  test.each(rows.filter(overHttp))("%s over HTTP", async (path, row) => {
    expect(await endings(path, row, "http")).toEqual(expected(row));
  });
  test.each(rows)("%s over the socket", async (path, row) => {
    expect(await endings(path, row, "socket")).toEqual(expected(row));
  });
});

describe("whoever is not signed in gets what is for visitors, whoever is in the other app nothing, from", () => {
  /** The right person at the wrong door. */
  const misplaced = (): Promise<Actor>[] => [
    signIn(world.system, world.customer, "console"),
    signIn(world.system, world.developer, "customer"),
    signIn(world.system, world.admin, "customer"),
  ];

  test.each(rows.filter(overHttp))("%s over HTTP", async (path, { input, endings }) => {
    const forVisitors = endings[ACTORS.length];
    const call = { path, input: await input(), over: "http" } as const;
    const visitors = forVisitors ? ENDING[forVisitors] : "UNAUTHENTICATED";
    expect(await callAs(server, { actor: null, app: "customer" }, call)).toBe(visitors);
    expect(await callAs(server, { actor: null, app: "console" }, call)).toBe(visitors);
    for (const actor of await Promise.all(misplaced())) expect(await callAs(server, { actor }, call)).toBe("WRONG_APP");
  });
  test.each(rows)("%s over the socket", async (path, { input }) => {
    const call = { path, input: await input(), over: "socket" } as const;
    for (const actor of await Promise.all(misplaced())) expect(await callAs(server, { actor }, call)).toBe("WRONG_APP");
  });
  test("the socket without a session, with an ended one, or with the other app's", async () => {
    const ended = await signIn(world.system, world.customer);
    const session = { where: { id: ended.sessionId }, data: { endedAt: new Date() } };
    await world.system.db.prisma.session.update(session);
    const customer = await signIn(world.system, world.customer);
    const customers = headersOf(server, customer).cookie ?? "";
    expect(await upgrade(server.url("customer"), {})).toBe(401);
    expect(await upgrade(server.url("customer"), headersOf(server, ended))).toBe(401);
    // The cookie by the other app's name, too: a session is for one app.
    expect(await upgrade(server.url("console"), { cookie: customers })).toBe(401);
    expect(await upgrade(server.url("console"), { cookie: customers.replace("customer", "console") })).toBe(401);
    expect(await upgrade(server.url("customer"), headersOf(server, customer))).toBe(101);
  });
});
