import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newDesk } from "../../testing/desks.ts";
import { type Files, sourceOf } from "../../testing/import-source.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { createArticle } from "../create.ts";
import { publishArticle } from "../publish.ts";
import { withCallouts } from "./callout-forms.ts";
import { importArticles } from "./import-articles.ts";
import { readSource } from "./read-source.ts";

let world: World;
let deskId: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  deskId = await newDesk(world);
});

const into = () => ({ deskId, productId: null, draft: false });
const imports = (files: Files) => importArticles(world.as(world.developer), { ...into(), source: sourceOf(files) });
const articles = () => world.system.db.prisma.article.findMany({ where: { deskId }, include: { page: true } });

test("a file whose audience, state or being a draft cannot be understood is a draft, and not everybody's", async () => {
  await imports({
    "a.md": "---\ntitle: A\naudience: internal\n---\nx",
    "b.md": "---\ntitle: B\nstate: secret\n---\nx",
    "c.md": "---\ntitle: C\ndraft: yes\n---\nx",
    "d.md": "---\ntitle: D\naudience: [agents]\n---\nx",
  });
  expect((await articles()).map(({ state, page }) => [state, page])).toEqual(Array(4).fill(["draft", null]));
});

/** Milliseconds that the processor works. */
async function busy(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

describe("what is written to keep an importer busy", () => {
  const front = (inner: string) => `---\n${inner}\n---\nx`;
  test.each([
    ["a heading of closing signs", `# ${"#".repeat(150_000)}x`],
    ["a heading of spaces", `# a${" ".repeat(150_000)}x`],
    ["thousands of keys", front(Array.from({ length: 50_000 }, (_, i) => `k${i}: v`).join("\n"))],
    ["a title that does not end", front(`title: a${" ".repeat(150_000)}x\n[`)],
  ])("%s does not", async (_name, text) => {
    expect(await busy(() => readSource(sourceOf({ "a.md": text })))).toBeLessThan(500);
  });
  test.each([
    ["a list of contents of blank lines", "mkdocs.yml", "\n".repeat(50_000)],
    ["a list of contents of blanks", "mkdocs.yml", `-${" ".repeat(100_000)}x`],
    ["a list of contents of names", "mkdocs.yml", "- a: ".repeat(40_000)],
    [
      "a folder with thousands of keys",
      "a/_category_.yml",
      Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n"),
    ],
    ["a folder that begins and begins", "a/_category_.yml", "[".repeat(300_000)],
    ["a folder of marks", "a/_category_.yml", "&a ".repeat(100_000)],
  ])("nor does %s", async (_name, path, text) => {
    expect(await busy(() => readSource(sourceOf({ [path]: text })))).toBeLessThan(500);
  });
  test.each([
    ["blanks behind a callout's name", `:::note${" ".repeat(2_000)}{`],
    ["many such", `:::note${" ".repeat(150)}{\n`.repeat(1_300)],
    ["a word and blanks behind it", `!!! ${"a".repeat(30)}${" ".repeat(200_000)}!`],
    ["many of those", `!!! ${"a".repeat(30)}${" ".repeat(100)}!\n`.repeat(1_500)],
    ["callouts that nobody closes", ":::note\n".repeat(25_000)],
    ["callouts in callouts", "!!! a\n    !!! b\n        x\n".repeat(4_000)],
    ["brackets", ":::note[ ".repeat(22_000)],
  ])("nor do %s", async (_name, text) => {
    expect(await busy(() => withCallouts(text))).toBeLessThan(500);
  });
  test("of one file's marks that nobody understands so many are told as anybody reads", async () => {
    const marks = Array.from({ length: 20_000 }, (_, i) => `{%a${i}%}`).join("");
    const { problems } = await imports({ "a.md": `# A\n\n${marks}` });
    expect(problems.length).toBeGreaterThan(10);
    expect(problems.length).toBeLessThanOrEqual(100);
  });
  test("more text or more addresses than a help centre has is refused", async () => {
    const big = { ...sourceOf({ "a.md": "x", "b.md": "x" }), sizeOf: () => 60 * 1024 * 1024 };
    await expect(readSource(big)).rejects.toThrow("ARCHIVE_TOO_BIG");
    const links = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`${i}.md`, "[](a)".repeat(39_000)]));
    await expect(imports(links)).rejects.toThrow("ARCHIVE_TOO_BIG");
    expect(await articles()).toEqual([]);
  }, 30_000);
});

test("whoever is taken out of the desk meanwhile writes no more", async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.md`, `# Number ${i}\n\nx`]));
  const membership = { deskId_personId: { deskId, personId: world.developer.personId } };
  const source = sourceOf(files);
  const leaves = world.system.db.prisma.deskMember.delete({ where: membership });
  const run = importArticles(world.as(world.developer), {
    ...into(),
    source: {
      ...source,
      stream: async (path) => {
        if (path === "9.md") await leaves;
        return source.stream(path);
      },
    },
  });
  await expect(run).rejects.toThrow("NOT_FOUND");
  expect(await articles()).toEqual([]);
});
test("whoever imports is not told which addresses the drafts of others have", async () => {
  const theirs = await createArticle(world.as(world.rival), {
    ...{ deskId: world.rivalDeskId, title: "Secret launch", body: "", summary: "" },
  });
  const { problems } = await imports({
    "a.md": `# A\n\n[one](/help/articles/${theirs.slug}) [other](/help/articles/nothing-at-all)`,
  });
  expect(problems.map(({ why, what }) => [why, what])).toEqual([
    ["missing", `/help/articles/${theirs.slug}`],
    ["missing", "/help/articles/nothing-at-all"],
  ]);
  await publishArticle(world.as(world.rival), { id: theirs.id, revision: 1 });
  expect((await imports({ "b.md": `# B\n\n[one](/help/articles/${theirs.slug})` })).problems).toEqual([]);
});
