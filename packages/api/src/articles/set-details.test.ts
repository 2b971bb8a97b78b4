import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { drafts, publishes, reads } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createArticle } from "./create.ts";
import { getArticle } from "./get.ts";
import { publishArticle } from "./publish.ts";
import { readArticle } from "./read.ts";
import { saveArticle } from "./save.ts";
import { saveCollection } from "./save-collection.ts";
import type { SetDetailsInput } from "./schema.ts";
import { setDetails } from "./set-details.ts";
import { slugOf, slugToPublish } from "./slug.ts";
import { exportArticles } from "./transfer/export-articles.ts";
import { unpublishArticle } from "./unpublish.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const set = (input: SetDetailsInput, who: Actor = world.developer) => setDetails(world.as(who), input);
const read = (slug: string) => readArticle(reads(world), { slug });
const unique = () => `a${newId().slice(-12)}`;

test("every address that an article had leads to the one it has, in one step", async () => {
  const { id, slug } = await publishes(world);
  const [second, third] = [unique(), unique()];
  await set({ id, slug: second });
  await set({ id, slug: third });
  for (const old of [slug, second]) expect(await read(old)).toEqual({ movedTo: third });
  expect(await read(third)).toMatchObject({ article: { id } });
  // Back to the first: no circle.
  await set({ id, slug });
  expect(await read(slug)).toMatchObject({ article: { id } });
  expect(await read(third)).toEqual({ movedTo: slug });
  expect((await getArticle(world.as(world.developer), { id })).redirects.sort()).toEqual([second, third].sort());
});

test("an address that another article has or had cannot be taken, and leads where it did", async () => {
  const one = await publishes(world);
  const moved = unique();
  await set({ id: one.id, slug: moved });
  const other = await publishes(world);
  for (const slug of [moved, one.slug]) {
    await expect(set({ id: other.id, slug })).rejects.toMatchObject({ code: "SLUG_TAKEN" });
  }
  // A new one of the same title gets another by itself.
  const third = await drafts(world);
  expect(new Set([one.slug, moved, other.slug, third.slug]).size).toBe(4);
  expect(await read(one.slug)).toEqual({ movedTo: moved });
});

test("the address of what was never published is free again", async () => {
  const { id } = await drafts(world);
  const [first, second] = [unique(), unique()];
  await set({ id, slug: first });
  await set({ id, slug: second });
  const other = await drafts(world);
  await set({ id: other.id, slug: first });
});

test("what another desk writes takes no address: neither one that is chosen nor one of a title tells of it", async () => {
  const secret = unique();
  const theirs = await drafts(world, { deskId: world.rivalDeskId, title: secret }, world.rival);
  const mine = await drafts(world, { title: secret });
  expect([theirs.slug, mine.slug], "of a title").toEqual([secret, secret]);
  const chosen = await drafts(world);
  const [first, second] = [unique(), unique()];
  await setDetails(world.as(world.rival), { id: theirs.id, slug: first });
  await set({ id: chosen.id, slug: first });
  await setDetails(world.as(world.rival), { id: theirs.id, slug: second });
  await set({ id: mine.id, slug: second });
  // Inside one desk everybody sees what is written.
  await expect(set({ id: chosen.id, slug: second })).rejects.toMatchObject({ code: "SLUG_TAKEN" });
});

test("of two who write under one address, whoever publishes first has it for good, and the other gets a number", async () => {
  const title = unique();
  const theirs = await drafts(world, { deskId: world.rivalDeskId, title }, world.rival);
  const mine = await drafts(world, { title });
  await publishArticle(world.as(world.rival), { id: theirs.id, revision: 1 });
  await publishArticle(world.as(world.developer), { id: mine.id, revision: 1 });
  expect(await read(title)).toMatchObject({ article: { id: theirs.id } });
  expect(await read(`${title}-2`)).toMatchObject({ article: { id: mine.id } });
  await expect(set({ id: mine.id, slug: title })).rejects.toMatchObject({ code: "SLUG_TAKEN" });
  // What was taken down and comes back is where it was.
  await unpublishArticle(world.as(world.rival), { id: theirs.id });
  await publishArticle(world.as(world.rival), { id: theirs.id, revision: 1 });
  expect(await read(title)).toMatchObject({ article: { id: theirs.id } });
  expect((await getArticle(world.as(world.developer), { id: mine.id })).redirects).toEqual([]);
});

test("many who publish under one address at once each have one of their own", async () => {
  const title = unique();
  const theirs = await drafts(world, { deskId: world.rivalDeskId, title }, world.rival);
  const ours = await drafts(world, { deskId: world.platformDeskId, title }, world.admin);
  const mine = await drafts(world, { title });
  await Promise.all([
    publishArticle(world.as(world.rival), { id: theirs.id, revision: 1 }),
    publishArticle(world.as(world.admin), { id: ours.id, revision: 1 }),
    publishArticle(world.as(world.developer), { id: mine.id, revision: 1 }),
  ]);
  const found = await Promise.all([title, `${title}-2`, `${title}-3`].map(read));
  const ids = found.map((answer) => ("article" in answer ? answer.article.id : null));
  expect(ids.toSorted()).toEqual([theirs.id, ours.id, mine.id].toSorted());
});

test("an address leads nowhere for whoever may not read the article", async () => {
  const { id, slug } = await publishes(world, { audience: "developers" });
  await set({ id, slug: unique() });
  await expect(read(slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await readArticle(reads(world, world.rival), { slug })).toHaveProperty("movedTo");
});

test("twenty of one title at once, and one address that two want at once: no two have the same", async () => {
  const title = "How do I get a refund?";
  const made = await Promise.all(Array.from({ length: 20 }, () => drafts(world, { title })));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(20);
  expect(made.map(({ slug }) => slug)).toContain("how-do-i-get-a-refund");
  const slug = unique();
  const both = await Promise.allSettled(made.slice(0, 2).map(({ id }) => set({ id, slug })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("what takes an address with a number waits for whoever may take the same with another number", async () => {
  const { prisma } = world.system.db;
  const base = unique();
  const wants = (slug: string, deskId: string) => ({ slug, articleId: newId(), deskId });
  await prisma.$transaction(async (tx) => {
    await slugToPublish(tx, wants(`${base}-2`, world.deskId));
    const other = prisma.$transaction(async (second) => {
      await second.$executeRaw`SET LOCAL lock_timeout = '100ms'`;
      await slugToPublish(second, wants(`${base}-2-2`, world.rivalDeskId));
    });
    await expect(other).rejects.toThrow("lock timeout");
  });
});

test.each([
  ["Wie verschiebe ich Größe & Maß?", "wie-verschiebe-ich-grosse-mass"],
  ["Can’t sign in: what’s next?", "cant-sign-in-whats-next"],
  ["Как перенести лицензию", "kak-perenesti-litsenziyu"],
  ["Άδεια χρήσης", "adeia-chrisis"],
  ["ライセンス", "raisensu"],
  ["라이선스 이전", "raiseonseu-ijeon"],
  ["Đổi giấy phép", "doi-giay-phep"],
  ["ﬁle № ２", "file-no-2"],
  ["許可證", ""],
  ["🎉", ""],
  ["x".repeat(300), "x".repeat(80)],
])("%s has the address %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a title without a letter that can be written so still gets an address", async () => {
  expect((await drafts(world, { title: "許可證" })).slug).toMatch(/^article(-\d+)?$/);
});

async function rivals() {
  const { prisma } = world.system.db;
  const about = { name: "Rival", tagline: "", description: "", version: "1", hue: 1, deskId: world.rivalDeskId };
  const product = await prisma.product.create({ data: { id: newId(), slug: unique(), ...about } });
  const collection = {
    deskId: world.rivalDeskId,
    parentId: null,
    productId: null,
    name: "R",
    description: "",
  } as const;
  const { id } = await saveCollection(world.as(world.rival), { ...collection, icon: "book" });
  const draft = await createArticle(world.as(world.rival), {
    ...{ deskId: world.rivalDeskId, title: "Canary", summary: "", body: "" },
  });
  return { productId: product.id, collectionId: id, draft: draft.id };
}

test("nothing of another desk's is named: no product, collection, owner or draft; nobody learns whether it exists", async () => {
  const { productId, collectionId, draft } = await rivals();
  const { id } = await drafts(world);
  const nothing = newId();
  const wrong: Omit<SetDetailsInput, "id">[] = [
    ...[{ productId }, { productId: nothing }, { collectionId }, { collectionId: nothing }],
    ...[{ ownerId: world.rival.personId }, { ownerId: world.customer.personId }, { ownerId: nothing }],
    ...[{ relatedIds: [draft] }, { relatedIds: [nothing] }],
  ];
  const before = await getArticle(world.as(world.developer), { id });
  for (const input of wrong)
    await expect(set({ id, ...input }), JSON.stringify(input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await getArticle(world.as(world.developer), { id })).toEqual(before);
  for (const more of [{ productId }, { collectionId }]) {
    await expect(drafts(world, more)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  // The platform writes about every product.
  await createArticle(world.as(world.admin), {
    deskId: world.platformDeskId,
    productId,
    title: "P",
    summary: "",
    body: "",
  });
});

test("what is set is there, and what is left out stays", async () => {
  const { id } = await drafts(world, { productId: world.productId });
  const related = await publishes(world);
  await set({ id, ownerId: world.colleague.personId, verifyEveryDays: 90, relatedIds: [related.id, related.id, id] });
  await set({ id, kind: "troubleshooting" });
  expect(await getArticle(world.as(world.developer), { id })).toMatchObject({
    ...{ owner: { name: "Colin Colleague" }, verifyEveryDays: 90, kind: "troubleshooting" },
    ...{ related: [{ id: related.id }], product: { id: world.productId } },
  });
  await set({ id, ownerId: world.admin.personId, productId: null });
  expect(await getArticle(world.as(world.developer), { id })).toMatchObject({
    owner: { name: "Ada Admin" },
    product: null,
  });
});

test("of another desk's article that is named as related, nothing is told but what everybody reads", async () => {
  const developer = world.as(world.developer);
  const rivals = { deskId: world.rivalDeskId, title: "Their article" };
  const theirs = await publishes(world, rivals, world.rival);
  const { id, slug } = await drafts(world);
  await set({ id, relatedIds: [theirs.id] });
  await saveArticle(world.as(world.rival), {
    ...{ id: theirs.id, baseRevision: 1, title: "Secret launch", summary: "", body: "" },
  });
  expect((await getArticle(developer, { id })).related).toEqual([{ id: theirs.id, title: "Their article" }]);
  await unpublishArticle(world.as(world.rival), { id: theirs.id });
  await set({ id: theirs.id, slug: "secret-launch" }, world.rival);
  expect((await getArticle(developer, { id })).related).toEqual([]);
  const { files } = await exportArticles(developer, world.deskId);
  let exported = "";
  for await (const { path, open } of files) {
    const file = path === `${slug}.md` ? await open() : null;
    if (file) exported = await text(file);
  }
  expect(exported).toContain(`slug: ${slug}\n`);
  expect(exported).not.toContain("secret-launch");
});
