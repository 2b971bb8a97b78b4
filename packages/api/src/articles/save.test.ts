import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, publishes, reads, saves } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { autosave } from "./autosave.ts";
import { discardDraft } from "./discard-draft.ts";
import { getArticle } from "./get.ts";
import { publishArticle } from "./publish.ts";
import { readArticle } from "./read.ts";
import { listRevisions } from "./revisions.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const texts = async (articleId: string) => {
  const rows = await world.system.db.prisma.articleRevision.findMany({
    where: { articleId },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, body }) => [number, body]);
};
const indexed = (id: string) =>
  world.system.db.prisma.outbox.count({
    where: { name: "search.index", payload: { equals: { thing: "article", id } } },
  });

test("every save is a revision; the same text again is none", async () => {
  const { id } = await drafts(world);
  const developer = world.as(world.developer);
  expect(await saves(developer, id, "Second.")).toEqual({ revision: 2, state: "draft" });
  expect(await saves(developer, id, "Second.", 2)).toEqual({ revision: 2, state: "draft" });
  expect(await saves(world.as(world.colleague), id, "Third.", 2)).toEqual({ revision: 3, state: "draft" });
  expect(await texts(id)).toEqual([
    [1, "Sign out first."],
    [2, "Second."],
    [3, "Third."],
  ]);
  const [newest] = await listRevisions(developer, { id });
  expect(newest).toMatchObject({ number: 3, author: { name: "Colin Colleague" }, published: false });
});

test("the same text saved again leaves what is published as published", async () => {
  const { id } = await publishes(world);
  expect(await saves(world.as(world.developer), id, "Sign out first.")).toEqual({ revision: 1, state: "published" });
});

test("a text that was begun before somebody saved is not saved, and says who did", async () => {
  const { id } = await drafts(world);
  await saves(world.as(world.colleague), id, "Colin's.");
  const stale = saves(world.as(world.developer), id, "Dora's.");
  await expect(stale).rejects.toMatchObject({
    code: "STALE_REVISION",
    data: { revision: 2, by: "Colin Colleague", at: expect.stringMatching(/^\d{4}-/) },
  });
  expect((await texts(id)).map(([, body]) => body)).toEqual(["Sign out first.", "Colin's."]);
});

test("of two people who save at once, one saves and the other is told; whatever the order, nothing is lost", async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await drafts(world);
    const both = [world.developer, world.colleague, world.admin].map((who) =>
      saves(world.as(who), id, `By ${who.name}.`),
    );
    const endings = await Promise.allSettled(both);
    const saved = endings.filter(({ status }) => status === "fulfilled");
    const refused = endings.flatMap((ending) => (ending.status === "rejected" ? [ending.reason.code] : []));
    expect(saved).toHaveLength(1);
    expect(refused).toEqual(["STALE_REVISION", "STALE_REVISION"]);
    expect(await texts(id)).toHaveLength(2);
    expect(await indexed(id)).toBe(2);
  }
});

test("publishing and saving at once: readers get a text that was saved, and the newest is published or a draft", async () => {
  for (let round = 0; round < 5; round++) {
    const { id, slug } = await drafts(world);
    const [published, saved] = await Promise.allSettled([
      publishArticle(world.as(world.developer), { id, revision: 1 }),
      saves(world.as(world.colleague), id, "Newer."),
    ]);
    expect(saved.status).toBe("fulfilled");
    const { state, live, revision } = await getArticle(world.as(world.developer), { id });
    expect({ state, revision }).toEqual({ state: "draft", revision: 2 });
    expect(live).toBe(published.status === "fulfilled");
    if (!live) continue;
    const answer = await readArticle(reads(world), { slug });
    expect("article" in answer && answer.article.html).toContain("Sign out first.");
  }
});

test("what is refused leaves neither a revision nor a page nor a job", async () => {
  const { id } = await drafts(world);
  const before = await indexed(id);
  await expect(publishArticle(world.as(world.developer), { id, revision: 2 })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await saves(world.as(world.developer), id, "Second.");
  const stale = publishArticle(world.as(world.developer), { id, revision: 1 });
  await expect(stale).rejects.toMatchObject({ code: "STALE_REVISION" });
  expect(await world.system.db.prisma.articlePage.count({ where: { articleId: id } })).toBe(0);
  expect(await indexed(id)).toBe(before + 1);
});

const DRAFT = { title: "Move a licence", summary: "", body: "Half a sent" };

test("what was typed is there again for its writer alone, until it is saved or thrown away", async () => {
  const { id } = await drafts(world);
  const developer = world.as(world.developer);
  await autosave(developer, { id, baseRevision: 1, draft: DRAFT });
  expect((await getArticle(developer, { id })).draft).toEqual({ ...DRAFT, baseRevision: 1 });
  expect((await getArticle(world.as(world.colleague), { id })).draft).toBeNull();
  // Only having it open leaves it as it is.
  await autosave(developer, { id, baseRevision: 1 });
  expect((await getArticle(developer, { id })).draft).not.toBeNull();
  await saves(developer, id, "Half a sentence.");
  expect((await getArticle(developer, { id })).draft).toBeNull();
  await autosave(developer, { id, baseRevision: 2, draft: DRAFT });
  await discardDraft(developer, { id });
  expect((await getArticle(developer, { id })).draft).toBeNull();
});

test("an autosave of what was saved meanwhile brings nothing back", async () => {
  const { id } = await drafts(world);
  const developer = world.as(world.developer);
  await saves(developer, id, "Saved.");
  await autosave(developer, { id, baseRevision: 1, draft: { ...DRAFT, body: "Saved." } });
  expect((await getArticle(developer, { id })).draft).toBeNull();
});

test("two people at once are told of each other, and of a save; who has left is not named", async () => {
  const { id } = await drafts(world);
  const [developer, colleague] = [world.as(world.developer), world.as(world.colleague)];
  expect(await autosave(developer, { id, baseRevision: 1, draft: DRAFT })).toEqual({ revision: 1, others: [] });
  const others = [{ name: "Dora Developer", typing: true }];
  expect(await autosave(colleague, { id, baseRevision: 1 })).toEqual({ revision: 1, others });
  await saves(developer, id, "Saved.");
  const told = await autosave(colleague, { id, baseRevision: 1, draft: DRAFT });
  expect(told).toEqual({ revision: 2, others: [{ name: "Dora Developer", typing: false }] });
  const long = { articleId_personId: { articleId: id, personId: world.developer.personId } };
  const seenAt = new Date(Date.now() - 60_000);
  await world.system.db.prisma.articleDraft.update({ where: long, data: { seenAt } });
  expect((await autosave(colleague, { id, baseRevision: 1 })).others).toEqual([]);
});
