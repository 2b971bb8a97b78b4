import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { heldBy, readersOfArticle } from "../search/readers.ts";
import { reads } from "../testing/articles.ts";
import { createPerson, createWorld, type World } from "../testing/world.ts";
import { accessArticle, READER, readableTo, readerValues } from "./access.ts";
import { readCollection } from "./collection.ts";
import { countArticles } from "./counts.ts";
import { readHome } from "./home.ts";
import { listArticles } from "./list.ts";
import { readArticle } from "./read.ts";
import { mayRead, type Reader } from "./rules.ts";
import { AUDIENCES } from "./schema.ts";

let world: World;
let people: (Actor | null)[];
let desks: string[];

beforeAll(async () => {
  world = await createWorld();
  const { system } = world;
  const more = [await createPerson(system, "customer", "Carl"), await createPerson(system, "developer", "Dan")];
  people = [world.customer, world.developer, world.rival, world.admin, ...more, null];
  desks = [world.deskId, world.rivalDeskId, world.platformDeskId];
});
afterAll(() => world.close());

const article = fc.record({
  desk: fc.nat(2),
  audience: fc.constantFrom(...AUDIENCES),
  live: fc.boolean(),
  collected: fc.boolean(),
});
/** A help centre: who is a member of which desk, customers too, and what is written. */
const helpCentre = fc.record({
  members: fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(2)), { selector: String, maxLength: 10 }),
  articles: fc.array(article, { minLength: 1, maxLength: 10 }),
});
type HelpCentre = typeof helpCentre extends fc.Arbitrary<infer Value> ? Value : never;

/** Puts a help centre in place of the one before. */
async function settle({ members, articles }: HelpCentre) {
  const { prisma, pool } = world.system.db;
  await pool.query("TRUNCATE article, collection, desk_member CASCADE");
  await prisma.deskMember.createMany({
    data: members.map(([person, desk]) => ({ personId: people[person]?.personId ?? "", deskId: desks[desk] ?? "" })),
  });
  const collections = desks.map((deskId, i) => ({ id: newId(), slug: `c${i}`, name: "Licences", deskId }));
  await prisma.collection.createMany({ data: collections });
  const written = articles.map(({ desk, audience, live, collected }) => {
    const id = newId();
    return { id, slug: id, desk, deskId: desks[desk] ?? "", audience, live, collected };
  });
  const by = { authorId: world.admin.personId, ownerId: world.admin.personId };
  await prisma.article.createMany({
    data: written.map(({ id, slug, desk, deskId, audience, live, collected }) => ({
      ...{ id, slug, deskId, audience, ...by, title: "a", revision: 1 },
      ...{ collectionId: collected ? (collections[desk]?.id ?? null) : null },
      ...(live ? { state: "published" as const, publishedRevision: 1 } : {}),
    })),
  });
  await prisma.articleRevision.createMany({
    data: written.map(({ id }) => ({ articleId: id, number: 1, title: "a", body: "a", authorId: by.authorId })),
  });
  const page = { revision: 1, title: "a", summary: "", html: "a", headings: [], text: "a", updatedAt: new Date() };
  const pages = written.filter(({ live }) => live).map(({ id }) => ({ articleId: id, ...page }));
  await prisma.articlePage.createMany({ data: pages });
  return written;
}

type Written = Awaited<ReturnType<typeof settle>>;

async function readerOf(actor: Actor | null): Promise<Reader | null> {
  if (!actor) return null;
  const rows = await world.system.db.prisma.deskMember.findMany({ where: { personId: actor.personId } });
  return { role: actor.role, app: actor.app, deskIds: rows.map(({ deskId }) => deskId) };
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

/** What each way of reading shows somebody. */
async function shown(actor: Actor | null, written: Written) {
  const context = reads(world, actor);
  const { rows: selected } = await world.system.db.pool.query<{ id: string }>(
    `SELECT a.id FROM article a WHERE ${readableTo(READER)}`,
    readerValues(context),
  );
  const opened = written.map(({ slug }) =>
    readArticle(context, { slug }).then(
      (answer) => ("article" in answer ? [answer.article] : []),
      () => [],
    ),
  );
  const held = new Set<string>(await heldBy(context));
  const found = written.filter((row) => row.live && readersOfArticle(row).some((reader) => held.has(reader)));
  return { selected: ids(selected), opened: ids((await Promise.all(opened)).flat()), found: ids(found) };
}

/** The articles that the help centre's pages list and count for somebody. */
async function listed(actor: Actor | null) {
  const context = reads(world, actor);
  const home = await readHome(context, {});
  const views = desks.map((_, i) =>
    readCollection(context, { slug: `c${i}` }).then(
      (view) => [view],
      () => [],
    ),
  );
  const collections = (await Promise.all(views)).flat();
  for (const view of collections) expect(view.articles, "the count of a collection").toBe(view.own.length);
  return { home, collected: ids(collections.flatMap(({ own }) => own)) };
}

test("whatever the help centre, every way of reading shows each person in either app, and a visitor, the same", async () => {
  let seen = 0;
  const property = fc.asyncProperty(helpCentre, async (made) => {
    const written = await settle(made);
    for (const person of people) {
      for (const app of ["customer", "console"] as const) {
        if (!person && app === "console") continue;
        const actor = person && { ...person, app };
        const reader = await readerOf(actor);
        const may = written.filter((row) => mayRead(reader, row));
        const who = `${actor?.name} in ${app}`;
        expect(await shown(actor, written), who).toEqual({ selected: ids(may), opened: ids(may), found: ids(may) });
        const { home, collected } = await listed(actor);
        expect(collected, `what ${who} finds in collections`).toEqual(ids(may.filter((row) => row.collected)));
        expect(ids(home.others), `what ${who} finds outside`).toEqual(ids(may.filter((row) => !row.collected)));
        expect(ids(may), `what ${who} finds popular`).toEqual(expect.arrayContaining(ids(home.popular)));
        seen += may.length;
      }
    }
  });
  await fc.assert(property, { numRuns: Number(process.env.ACCESS_RUNS ?? 25), endOnFailure: true });
  expect(seen).toBeGreaterThan(100);
}, 60_000);

test("whatever the desks, an article is written by their members and by admins, in the console alone", async () => {
  const property = fc.asyncProperty(helpCentre, async (made) => {
    const written = await settle(made);
    for (const person of people) {
      if (!person) continue;
      for (const app of ["customer", "console"] as const) {
        const context = world.as({ ...person, app });
        const deskIds = (await readerOf(person))?.deskIds ?? [];
        const own = written.filter(({ deskId }) => person.role === "admin" || deskIds.includes(deskId));
        const theirs = app === "console" ? ids(own) : [];
        const opened = written.map(({ id }) =>
          accessArticle(context, id, "view").then(
            ({ article }) => [article],
            () => [],
          ),
        );
        expect(ids((await Promise.all(opened)).flat()), `${person.name} in ${app}`).toEqual(theirs);
        if (app === "customer") continue;
        const { rows } = await listArticles(context, { due: false, search: "", cursor: undefined });
        expect(ids(rows), `${person.name}'s list`).toEqual(theirs);
        const { draft, published } = await countArticles(context, {});
        expect(draft + published, `${person.name}'s counts`).toBe(theirs.length);
      }
    }
  });
  await fc.assert(property, { numRuns: Number(process.env.ACCESS_RUNS ?? 15), endOnFailure: true });
}, 60_000);
