import { createDatabase, type Database } from "@mintreu/db/client";
import { type TestDatabase, testDatabase } from "@mintreu/db/testing/database";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SearchDocument } from "../engine.ts";
import { DOCUMENT_KINDS } from "../schema.ts";
import { ask, document } from "../testing/documents.ts";
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

const WORDS = [
  "palette",
  "palettes",
  "plate",
  "export",
  "exported",
  "expert",
  "colour",
  "color",
  "layer",
  "later",
  "wifi",
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const about = fc.record({
  kind: fc.constantFrom(...DOCUMENT_KINDS),
  title: text,
  headings: fc.array(text, { maxLength: 2 }),
  body: text,
  productId: fc.constantFrom(null, "one", "two"),
  open: fc.boolean(),
});
const documents = fc.array(about, { minLength: 1, maxLength: 6 });
const typed = fc
  .tuple(text, fc.constantFrom("", "pal", "palete", "exprot", "colr", "layre", "sheet"))
  .map(([words, last]) => `${words} ${last}`);

/** Deterministic, so that what fails once fails again. */
test("what a reader may not see changes nothing of what a search tells them", { timeout: 60_000 }, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(documents, documents, typed, async (seen, hidden, query) => {
      const [mine, theirs] = [`mine-${++run}`, `theirs-${run}`];
      await engine.write(shelved(seen, mine), []);
      const before = await ask(engine, query, { readers: [mine] });
      await engine.write(shelved(hidden, theirs), []);
      const after = await ask(engine, query, { readers: [mine] });
      await engine.write(
        [],
        [mine, theirs].flatMap((reader) => shelved([...seen, ...hidden], reader)).map(({ id }) => id),
      );
      expect(after).toEqual(before);
    }),
    { numRuns: 40, seed: 11 },
  );
});

test("however many words of hidden texts begin like one that a reader may see, it is found while it is typed", async () => {
  await engine.write([document({ id: "article:quaxzone", title: "Quaxzone", readers: ["mine"] })], []);
  const before = await ask(engine, "quax", { readers: ["mine"] });
  expect(before.total).toBe(1);
  await engine.write([document({ id: "article:note", title: "Note", body: endings("quax"), readers: ["theirs"] })], []);
  expect(await ask(engine, "quax", { readers: ["mine"] })).toEqual(before);
});

test("however many words of hidden texts are nearer to a misspelt one, what a reader may see is what was meant", async () => {
  await engine.write([document({ id: "article:zephyrine", title: "Zephyrine", readers: ["mine"] })], []);
  const before = await ask(engine, "zephirine", { readers: ["mine"] });
  expect(before.suggestion).toBe("zephyrine");
  const theirs = document({ id: "article:spellings", title: "Note", body: endings("zephirine"), readers: ["theirs"] });
  await engine.write([theirs], []);
  expect(await ask(engine, "zephirine", { readers: ["mine"] })).toEqual(before);
});

/** Hundreds of made-up words that begin so, two letters longer. */
function endings(beginning: string): string {
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  return letters.flatMap((one) => letters.map((other) => beginning + one + other)).join(" ");
}

function shelved(all: readonly Partial<SearchDocument>[], reader: string): SearchDocument[] {
  return all.map((one, index) => document({ id: `article:${reader}:${index}`, ...one, readers: [reader] }));
}
