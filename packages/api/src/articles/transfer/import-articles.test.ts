import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../core/actor.ts";
import { drafts } from "../../testing/articles.ts";
import { newDesk } from "../../testing/desks.ts";
import { type Files, sourceOf } from "../../testing/import-source.ts";
import { picture } from "../../testing/pictures.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { publishArticle } from "../publish.ts";
import { saveArticle } from "../save.ts";
import { importArticles } from "./import-articles.ts";

let world: World;
let deskId: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  deskId = await newDesk(world);
});

interface How {
  actor?: Actor;
  draft?: boolean;
  productId?: string | null;
}

async function imports(files: Files, { actor = world.developer, draft = false, productId = null }: How = {}) {
  const report = await importArticles(world.as(actor), { deskId, productId, draft, source: sourceOf(files) });
  const { seconds, ...rest } = report;
  expect(seconds).toBeGreaterThan(0);
  return rest;
}

async function articles() {
  const include = { collection: { include: { parent: true } }, page: true, revisions: true } as const;
  const rows = await world.system.db.prisma.article.findMany({ where: { deskId }, include, orderBy: { title: "asc" } });
  return rows.map(({ revisions, ...row }) => {
    const newest = revisions.find(({ number }) => number === row.revision);
    return { ...row, body: newest?.body ?? "", summary: newest?.summary ?? "" };
  });
}
const one = async () => (await articles())[0];

const NOTHING = { added: 0, changed: 0, same: 0, collections: 0, problems: [] };

test("folders become a collection and its sections, files become published articles", async () => {
  const report = await imports({
    "Store/Shipping/Track.md": '---\ntitle: "Track: an order"\nid: 9264736457500\n---\n\nLook **here**.\n',
    "Store/About.md": "---\ntitle: About\nkind: tutorial\naudience: customers\nsummary: What it is.\n---\nText",
    "Store/A/B/Deep.md": "# Deep\n\nDown here.",
    "plain-name.md": "Only text.",
  });
  expect(report).toEqual({ ...NOTHING, added: 4, collections: 3 });
  const found = (await articles()).map(
    ({ title, kind, audience, state, source, body, summary, collection, page, slug }) => {
      const folder = [collection?.parent?.name, collection?.name].filter(Boolean).join("/");
      return { title, kind, audience, state, source, body, summary, folder, live: page !== null, slug };
    },
  );
  const usual = { kind: "answer", audience: "public", state: "published", summary: "", live: true };
  expect(found.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))).toEqual([
    {
      ...usual,
      title: "About",
      kind: "tutorial",
      audience: "customers",
      source: "path:Store/About.md",
      body: "Text",
      summary: "What it is.",
      folder: "Store",
      slug: "about",
    },
    {
      ...usual,
      title: "Deep",
      source: "path:Store/A/B/Deep.md",
      body: "Down here.",
      folder: "Store/A – B",
      slug: "deep",
    },
    { ...usual, title: "Plain name", source: "path:plain-name.md", body: "Only text.", folder: "", slug: "plain-name" },
    {
      ...usual,
      title: "Track: an order",
      source: "id:9264736457500",
      body: "Look **here**.\n",
      folder: "Store/Shipping",
      slug: "track-an-order",
    },
  ]);
  const page = (await articles()).find(({ slug }) => slug === "track-an-order")?.page;
  expect(page?.html).toContain("<strong>here</strong>");
  const pending = await world.system.db.pool.query("SELECT FROM outbox WHERE payload->>'id' = $1", [page?.articleId]);
  expect(pending.rowCount).toBe(1);
});

describe("done again, it", () => {
  const files = { "A/one.md": "---\ntitle: One\nid: 1\n---\nSee [two](two.md).", "A/two.md": "# Two\n\nText." };

  test("does nothing where nothing has changed", async () => {
    await imports(files);
    const before = await articles();
    expect(await imports(files)).toEqual({ ...NOTHING, same: 2 });
    expect(await articles()).toEqual(before);
  });
  test("saves what has changed as a revision, and publishes it", async () => {
    await imports(files);
    expect(await imports({ ...files, "A/two.md": "# Two\n\nOther text." })).toEqual({
      ...NOTHING,
      same: 1,
      changed: 1,
    });
    const two = (await articles()).find(({ title }) => title === "Two");
    expect(two).toMatchObject({ revision: 2, publishedRevision: 2, body: "Other text.", state: "published" });
  });
  test("follows a file with an id to where it was moved", async () => {
    await imports(files);
    const moved = {
      "B/elsewhere.md": "---\ntitle: One\nid: 1\n---\nSee [two](../A/two.md).",
      "A/two.md": files["A/two.md"],
    };
    expect(await imports(moved)).toEqual({ ...NOTHING, same: 1, changed: 1, collections: 1 });
    expect((await articles()).map(({ title, collection }) => [title, collection?.name])).toEqual([
      ["One", "B"],
      ["Two", "A"],
    ]);
  });
  test("keeps what was written here since, until the file changes too", async () => {
    await imports(files);
    const id = (await articles()).find(({ title }) => title === "Two")?.id ?? "";
    await saveArticle(world.as(world.developer), { id, baseRevision: 1, title: "Two", summary: "", body: "Ours." });
    expect(await imports(files)).toEqual({ ...NOTHING, same: 2 });
    expect((await articles()).at(-1)?.body).toBe("Ours.");
    await imports({ ...files, "A/two.md": "# Two\n\nNew." });
    expect((await articles()).at(-1)).toMatchObject({ body: "New.", revision: 3 });
  });
  test("at the same time, it is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`n${i}.md`, `# N ${i}\n\nText.`]));
    const both = await Promise.allSettled([imports(many), imports(many)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "IMPORT_RUNNING" } });
    expect(await articles()).toHaveLength(60);
  });
});

describe("links", () => {
  test("lead to the article that they led to where it comes from", async () => {
    const { problems } = await imports({
      "A/one.md": `---
title: One
id: 360001
---
[a](../B/two%20words.md#part) [b](<../B/two words.md>) ![c](https://elsewhere.example/c.png)
[old](https://old.example/hc/en-us/articles/360002-Two-words?x=1#here) https://old.example/hc/en-us/articles/360002
<a href="https://old.example/hc/de/articles/360002">d</a> [e][ref] [self](#x) [f](https://example.com/articles/360009)
[mail](mailto:a@b.example) \`[code](../B/two words.md)\`

[ref]: ../B/two%20words "Title"
`,
      "B/two words.md": "---\ntitle: Two [words]\nid: 360002\n---\nText",
    });
    expect(problems).toEqual([
      { file: "A/one.md", line: 5, kind: "picture", why: "elsewhere", what: "https://elsewhere.example/c.png" },
    ]);
    expect(
      (await one())?.body,
    ).toBe(`[a](/help/articles/two-words#part) [b](</help/articles/two-words>) ![c](https://elsewhere.example/c.png)
[old](/help/articles/two-words#here) [Two \\[words\\]](/help/articles/two-words)
<a href="/help/articles/two-words">d</a> [e][ref] [self](#x) [f](https://example.com/articles/360009)
[mail](mailto:a@b.example) \`[code](../B/two words.md)\`

[ref]: /help/articles/two-words "Title"
`);
  });
  test("that lead nowhere are told, and stay as they were written", async () => {
    const body =
      "[a](gone.md) [b](/help/articles/never-was) [c](https://old.example/articles/77) [ask](/conversations/new) [f](/gone) ![d](img/gone.png) [e](../../../etc/passwd)";
    const { problems } = await imports({
      "one.md": `---\ntitle: One\n---\n${body}`,
      "two.md": "---\ntitle: Two\nid: 5\n---\n[x](https://old.example/articles/5)",
    });
    expect((await one())?.body).toBe(body);
    expect(problems.map(({ kind, why, what }) => `${kind} ${why} ${what}`)).toEqual([
      "link missing gone.md",
      "link missing /help/articles/never-was",
      "link missing https://old.example/articles/77",
      "link missing /gone",
      "picture missing img/gone.png",
      "link missing ../../../etc/passwd",
    ]);
  });
});

describe("what is beside an article", () => {
  test("becomes a file of it, once, and the same at the next time", async () => {
    const png = await picture("png", 40, 30);
    const files = {
      "A/one.md": "# One\n\n![a](img/a%20b.png) ![again](./img/a%20b.png)\n<img src='img/a b.png'>\n[log](notes.txt)",
      "A/img/a b.png": png,
      "A/notes.txt": "text",
    };
    expect(await imports(files)).toEqual({ ...NOTHING, added: 1, collections: 1 });
    const article = await one();
    const kept = await world.system.db.prisma.file.findMany({
      where: { articleId: article?.id ?? "" },
      orderBy: { name: "asc" },
    });
    expect(kept.map(({ name, type }) => [name, type])).toEqual([
      ["a b.png", "image/png"],
      ["notes.txt", "text/plain"],
    ]);
    const [shown, log] = kept.map(({ id, name }) => `/files/${id}/${encodeURIComponent(name)}`);
    expect(article?.body).toBe(`![a](${shown}) ![again](${shown})\n<img src='${shown}'>\n[log](${log})`);
    expect(article?.page?.html).toContain('width="40"');
    expect(await imports(files)).toEqual({ ...NOTHING, same: 1 });
    expect(await world.system.db.prisma.file.count({ where: { articleId: article?.id ?? "" } })).toBe(2);
  });
  test("that cannot be taken is told, and the article is not lost", async () => {
    const { problems, added } = await imports({
      "one.md": "# One\n\n![a](a.png) ![b](b.png)",
      "a.png": Buffer.concat([Buffer.from("MZ"), Buffer.alloc(99, 1)]),
      "b.png": (await picture("png", 300, 300)).subarray(0, 70),
    });
    expect(added).toBe(1);
    expect(problems.map(({ kind, why, what }) => [kind, why, what])).toEqual([
      ["picture", "refused", "a.png"],
      ["picture", "refused", "b.png"],
    ]);
  });
});

describe("front matter", () => {
  test("that says draft keeps it a draft, and so does --draft for all", async () => {
    await imports({ "a.md": "---\ntitle: A\ndraft: true\n---\nx", "b.md": "---\ntitle: B\nstate: archived\n---\nx" });
    expect((await articles()).map(({ state, page }) => [state, page])).toEqual([
      ["draft", null],
      ["archived", null],
    ]);
    await imports({ "c.md": "# C\n\nx" }, { draft: true });
    expect((await articles()).at(-1)).toMatchObject({ state: "draft", page: null, publishedRevision: null });
  });
  test("that is broken is told, and the text is kept as a draft", async () => {
    const { problems, added } = await imports({ "a.md": "---\ntitle: 'Good\nkey: [1, 2\n---\n\nThe text." });
    expect([added, problems]).toEqual([
      1,
      [{ file: "a.md", line: 1, kind: "file", why: "front-matter", what: "a.md" }],
    ]);
    expect(await one()).toMatchObject({ title: "Good", body: "The text.", state: "draft" });
  });
  test("with keys and values that mean nothing here is told, and taken without them", async () => {
    const front =
      "title: A\nlayout: post\nkind: novel\naudience: everyone\nposition: -1\nproduct: nothing\nverified: soon\ndraft: maybe";
    const { problems } = await imports({ "a.md": `---\n${front}\n---\nx` });
    const told = [
      "layout",
      "kind: novel",
      "audience: everyone",
      "position: -1",
      "verified: soon",
      "draft: maybe",
      "product: nothing",
    ];
    expect(problems.map(({ what }) => what).sort()).toEqual(told.sort());
    expect(await one()).toMatchObject({ kind: "answer", audience: "public", productId: null });
  });
  test("reaches no prototype and no column that is not its to say", async () => {
    const front =
      "title: A\n__proto__:\n  polluted: yes\nconstructor: {prototype: {polluted: yes}}\ndeskId: other\nauthorId: other\nowner: other";
    const { problems } = await imports({ "a.md": `---\n${front}\n---\nx` });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(problems.map(({ what }) => what)).toEqual(["__proto__", "constructor", "deskId", "authorId", "owner"]);
    expect(await one()).toMatchObject({ deskId, authorId: world.developer.personId });
  });
  test("whose aliases unfold into millions is refused quickly", async () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let i = 1; i < 12; i++)
      bomb.push(
        `k${i}: &k${i} [${Array(9)
          .fill(i === 1 ? "*a" : `*k${i - 1}`)
          .join()}]`,
      );
    const start = performance.now();
    const { problems } = await imports({ "a.md": `---\ntitle: A\n${bomb.join("\n")}\n---\nx` });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(problems[0]?.why).toBe("front-matter");
  });
});

test("files that are no text or too long are told, and so is an id that two have; the others are taken", async () => {
  const { problems, added } = await imports({
    "a.md": Buffer.from([0xff, 0xfe, 0x41]),
    "b.md": "x".repeat(900_000),
    "c.md": "x".repeat(300_000),
    "d.md": "---\ntitle: D\nid: same\n---\nfirst",
    "e.md": "---\ntitle: E\nid: same\n---\nsecond",
  });
  expect([added, (await articles()).map(({ body, source }) => [body, source])]).toEqual([
    2,
    [
      ["first", "id:same"],
      ["second", "path:e.md"],
    ],
  ]);
  expect(problems.map(({ file, why }) => [file, why])).toEqual([
    ["a.md", "no-text"],
    ["b.md", "too-big"],
    ["c.md", "too-big"],
    ["e.md", "double"],
  ]);
});

describe("who may import", () => {
  test("the desk's members and admins; for others there is no such desk", async () => {
    const files = { "a.md": "# A\n\nx" };
    for (const actor of [world.customer, world.stranger, world.rival]) {
      await expect(imports(files, { actor })).rejects.toThrow("NOT_FOUND");
    }
    expect(await articles()).toEqual([]);
    expect((await imports(files, { actor: world.admin })).added).toBe(1);
  });
  test("nothing about another desk's product, nor into another desk's article by its id", async () => {
    await expect(imports({ "a.md": "# A\n\nx" }, { productId: world.productId })).rejects.toThrow("NOT_FOUND");
    const { problems } = await imports({ "b.md": "---\ntitle: B\nproduct: inkwell\n---\nx" });
    expect(problems.map(({ what }) => what)).toEqual(["product: inkwell"]);
    const foreign = await importArticles(world.as(world.rival), {
      ...{ deskId: world.rivalDeskId, productId: null, draft: false },
      source: sourceOf({ "theirs.md": "# Theirs\n\nx" }),
    });
    expect(foreign.added).toBe(1);
    const theirs = await world.system.db.prisma.article.findFirstOrThrow({ where: { deskId: world.rivalDeskId } });
    await imports({ "c.md": `---\ntitle: Mine now\nid: ${theirs.id}\n---\nOverwritten` });
    const after = await world.system.db.prisma.article.findUniqueOrThrow({ where: { id: theirs.id } });
    expect(after).toEqual(theirs);
  });
  test("whose articles are reviewed, cannot publish by it", async () => {
    await world.system.db.prisma.desk.update({ where: { id: deskId }, data: { reviewsArticles: true } });
    await imports({ "a.md": "# A\n\nx" });
    expect(await one()).toMatchObject({ state: "in_review", page: null, publishedRevision: null });
  });
});

test("an address that is taken is left to whoever has it", async () => {
  await imports({ "a.md": "---\ntitle: Taken address\n---\nx", "b.md": "---\ntitle: B\nslug: taken-address\n---\nx" });
  expect((await articles()).map(({ slug }) => slug).sort()).toEqual(["taken-address", "taken-address-2"]);
});

test("what another desk writes under an address does not change it; what they have published there does", async () => {
  const theirs = { deskId: world.rivalDeskId, title: "What others write" };
  const { id } = await drafts(world, theirs, world.rival);
  const files = { "a.md": "# What others write\n\nx" };
  await imports(files, { draft: true });
  expect((await articles()).map(({ slug }) => slug)).toEqual(["what-others-write"]);
  await publishArticle(world.as(world.rival), { id, revision: 1 });
  await imports(files);
  expect((await articles()).map(({ slug, state }) => [slug, state])).toEqual([["what-others-write-2", "published"]]);
});
