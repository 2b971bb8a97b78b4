import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, saves } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { differenceOf, getDifference } from "./difference.ts";
import { getArticle } from "./get.ts";
import { restore } from "./restore.ts";
import { getRevision, listRevisions } from "./revisions.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("an earlier text comes back as the newest, and what was newest stays in the history", async () => {
  const { id } = await drafts(world, { body: "First." });
  const developer = world.as(world.developer);
  await saves(developer, id, "Second.");
  expect(await restore(world.as(world.colleague), { id, number: 1 })).toEqual({ revision: 3, state: "draft" });
  expect(await getArticle(developer, { id })).toMatchObject({ revision: 3, body: "First." });
  const history = await listRevisions(developer, { id });
  expect(history.map(({ number, restoredFrom, author }) => [number, restoredFrom, author.name])).toEqual([
    [3, 1, "Colin Colleague"],
    [2, null, "Dora Developer"],
    [1, null, "Dora Developer"],
  ]);
  expect(await getRevision(developer, { id, number: 2 })).toMatchObject({ body: "Second.", html: "<p>Second.</p>" });
  await expect(restore(developer, { id, number: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getRevision(developer, { id, number: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  // The newest is there already.
  expect(await restore(developer, { id, number: 3 })).toEqual({ revision: 3, state: "draft" });
});

test("two revisions are compared by lines, and changed lines by words", async () => {
  const { id } = await drafts(world, { body: "Open it.\nChoose Move.\nDone." });
  const developer = world.as(world.developer);
  await saves(developer, id, "Open it.\nChoose Copy.\nDone.\nReally.");
  const difference = await getDifference(developer, { id, from: 1, to: 2 });
  expect(difference).toEqual({
    title: null,
    summary: null,
    lines: [
      { change: "same", text: "Open it.", words: null },
      { change: "removed", text: "Choose Move.", words: words("Choose ", "Move", ".") },
      { change: "added", text: "Choose Copy.", words: words("Choose ", "Copy", ".") },
      { change: "same", text: "Done.", words: null },
      { change: "added", text: "Really.", words: null },
    ],
  });
  await expect(getDifference(developer, { id, from: 1, to: 3 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

function words(before: string, changed: string, after: string) {
  return [
    { change: "same", text: before },
    { change: "changed", text: changed },
    { change: "same", text: after },
  ];
}

test("lines with nothing in common are not one that was changed", () => {
  expect(differenceOf("Alpha beta.\n", "Gamma delta\n").map(({ words }) => words)).toEqual([null, null]);
});

test("a whole text that became another is compared in a moment", () => {
  const text = (word: string) => Array.from({ length: 10_000 }, (_, i) => `${word} ${i * 7}`).join("\n");
  const started = performance.now();
  expect(differenceOf(text("one"), text("two")).length).toBeGreaterThanOrEqual(20_000);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("lines that differ in every word do not keep the server busy, and are shown all the same", () => {
  const text = (letter: string, sign: string) =>
    Array.from({ length: 40 }, (_, line) => `${letter}${sign.repeat(900)}${line}`).join("\n");
  const before = process.threadCpuUsage();
  const lines = differenceOf(text("a", ",."), text("b", ";:"));
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1_500);
  expect(lines.filter(({ change }) => change === "removed")).toHaveLength(40);
  expect(lines.filter(({ change }) => change === "added")).toHaveLength(40);
});
