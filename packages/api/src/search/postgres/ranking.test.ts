import { createDatabase, type Database } from "@mintreu/db/client";
import { type TestDatabase, testDatabase } from "@mintreu/db/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SearchDocument } from "../engine.ts";
import { ask, bracketed, document, idsOf } from "../testing/documents.ts";
import { PostgresEngine } from "./postgres-engine.ts";

let database: TestDatabase;
let db: Database;
let engine: PostgresEngine;

beforeAll(async () => {
  database = await testDatabase();
  db = createDatabase(database.url);
  engine = new PostgresEngine(db.pool);
});

afterAll(async () => {
  await db.close();
  await database.close();
});

/** Documents for one reader alone, so that tests do not find each other's. */
async function shelve(reader: string, documents: Record<string, Partial<SearchDocument>>): Promise<void> {
  const all = Object.entries(documents).map(([id, about]) =>
    document({ id: `${reader}:${id}`, readers: [reader], ...about }),
  );
  await engine.write(all, []);
}

async function found(reader: string, text: string): Promise<string[]> {
  return (await idsOf(engine, text, { readers: [reader] })).map((id) => id.slice(reader.length + 1));
}

test("forms of a word are one word", async () => {
  await shelve("forms", { one: { title: "Cancelled orders" }, other: { title: "Cooking" } });
  expect(await found("forms", "cancelling order")).toEqual(["one"]);
});

test("a rare word says more than a common one", async () => {
  const common = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`c${i}`, { title: "Plugin settings", body: "plugin" }]),
  );
  await shelve("rarity", { ...common, rare: { title: "Notes", body: "the plugin and its walrus" } });
  expect((await found("rarity", "plugin walrus"))[0]).toBe("rare");
});

test("what is common is common among what the reader may see, whatever others have", async () => {
  const noise = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`n${i}`, { title: "Walrus walrus", readers: ["others"] }]),
  );
  const shelf = {
    walrus: { title: "Walrus" },
    plugin: { title: "Plugin" },
    more: { title: "Plugin more" },
    last: { title: "Plugin last" },
  };
  await shelve("alone", shelf);
  const before = await ask(engine, "plugin walrus", { readers: ["alone"] });
  await shelve("others", noise);
  expect(await ask(engine, "plugin walrus", { readers: ["alone"] })).toEqual(before);
  expect(before.hits[0]?.id).toBe("alone:walrus");
});

test("words that stand together as they were typed come before words that are far apart", async () => {
  const far = `Export everything. ${"Filler text goes here. ".repeat(10)} A template.`;
  await shelve("together", {
    far: { title: "One", body: far },
    near: { title: "Two", body: `${"Filler text goes here. ".repeat(10)} The export template.` },
  });
  expect((await found("together", "export template"))[0]).toBe("near");
});

test("a title that was asked for whole comes before one that says more", async () => {
  await shelve("titles", {
    more: { title: "Brush pressure on tablets with styluses" },
    whole: { title: "Brush pressure" },
  });
  expect(await found("titles", "brush pressure")).toEqual(["whole", "more"]);
});

test("a title that has more of what was asked for comes before a shorter one that has a part of it", async () => {
  const body = `Swatches. ${"A palette of swatches. ".repeat(3)}`;
  await shelve("asked", {
    most: { title: "Exchange palette swatches among several programs", body },
    part: { title: "Palette basics", body },
  });
  expect((await found("asked", "palette swatches"))[0]).toBe("most");
});

test("words that any question has say less than what it is about", async () => {
  const filler = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`f${i}`, { title: `Filler ${i}` }]));
  await shelve("vague", { ...filler, telling: { title: "Walrus" }, vague: { title: "Somehow" } });
  expect(await found("vague", "somehow walrus ")).toEqual(["telling", "vague"]);
});

test("a word that is being typed is any it begins, and one that is finished is not", async () => {
  await shelve("typing", { one: { title: "Subtitles" }, other: { title: "Suburb" } });
  expect((await found("typing", "sub")).sort()).toEqual(["one", "other"]);
  expect(await found("typing", "subti")).toEqual(["one"]);
});

test("a known word is never taken for another", async () => {
  await shelve("known", { form: { title: "Form" }, from: { title: "Firm" } });
  expect(await found("known", "form ")).toEqual(["form"]);
});

test("two words are one and one is two, where documents write them so", async () => {
  await shelve("compounds", {
    one: { title: "Webserver" },
    two: { title: "The sketch book" },
    dash: { title: "Wi-Fi" },
  });
  expect((await found("compounds", "web server"))[0]).toBe("one");
  expect((await found("compounds", "sketchbook "))[0]).toBe("two");
  expect((await found("compounds", "wifi"))[0]).toBe("dash");
});

test("everyday words find what is called otherwise, behind what is called so", async () => {
  await shelve("everyday", { other: { title: "Remove your account" }, same: { title: "Delete your account" } });
  expect(await found("everyday", "delete account")).toEqual(["same", "other"]);
});

test("of a search that has much in common with one document, another with a common word alone is not found", async () => {
  await shelve("enough", {
    much: { title: "Export palette swatches" },
    little: { title: "Export" },
    more: { title: "Export again" },
  });
  expect(await found("enough", "export palette swatches")).toEqual(["much"]);
});

test("the excerpt is the passage that has most of the search", async () => {
  const body = `Palettes are many. ${"Nothing to see here at all. ".repeat(30)} A palette is exported as swatches. ${"More of it. ".repeat(30)}`;
  await shelve("passage", { one: { title: "Colours", body } });
  const [hit] = (await ask(engine, "export palette swatches", { readers: ["passage"] })).hits;
  expect(bracketed(hit?.excerpt ?? [])).toMatch(/^… A \[palette\] is \[exported\] as \[swatches\]\..* …$/);
  expect(bracketed(hit?.excerpt ?? []).length).toBeLessThan(260);
});
