import { createDatabase, type Database } from "@mintreu/db/client";
import { type TestDatabase, testDatabase } from "@mintreu/db/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, document } from "../testing/documents.ts";
import { wordsOf } from "../text/words.ts";
import { PostgresEngine } from "./postgres-engine.ts";

/** What security row 19 allows. */
const LONGEST = 200;
const MEGABYTE = 1024 * 1024;

let database: TestDatabase;
let db: Database;
let engine: PostgresEngine;

beforeAll(async () => {
  database = await testDatabase();
  db = createDatabase(database.url);
  engine = new PostgresEngine(db.pool);
  await engine.write([document({ id: "article:one", title: "One", body: "text" })], []);
  // What is compiled at the first use is not what is measured.
  await engine.write([document({ id: "article:one", title: "One", body: "a b-c ".repeat(20_000) })], []);
  await ask(engine, "one");
});

afterAll(async () => {
  await db.close();
  await database.close();
});

const PATHOLOGICAL: [string, string][] = [
  ["one letter", "a"],
  ["letters with spaces", "a "],
  ["hyphens between letters", "a-"],
  ["apostrophes between letters", "a'"],
  ["apostrophes alone", "'"],
  ["marks on a letter", "\u0301"],
  ["a letter that comes apart into many", "\ufdfa"],
  ["a script without spaces", "漢"],
  ["faces that are joined", "👩‍👧"],
  ["digits and dots", "1."],
  ["line breaks", "\n"],
];
const text = (piece: string) => `x${piece.repeat(MEGABYTE / piece.length)}`;

test.each(PATHOLOGICAL)("a megabyte of %s is read in a time that grows as it does", (_, piece) => {
  const time = (length: number) => {
    const started = process.cpuUsage();
    wordsOf(text(piece).slice(0, length));
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const [half, whole] = [time(MEGABYTE / 2), time(MEGABYTE)];
  expect(whole).toBeLessThan(4 * half + 300);
});

test.each(PATHOLOGICAL)(
  "while a megabyte of %s is written and searched for, others have their turn",
  async (_, piece) => {
    const hostile = document({ id: "article:hostile", title: text(piece), headings: [text(piece)], body: text(piece) });
    const longest = await longestTurn(async () => {
      await engine.write([hostile], []);
      await ask(engine, text(piece));
      await engine.write([], [hostile.id]);
    });
    expect(longest).toBeLessThan(LONGEST);
  },
);

/** The longest (ms) that this process computed without letting anything else run. */
async function longestTurn(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let done = false;
  let last = process.cpuUsage();
  const watching = new Promise<void>((resolve) => {
    const look = () => {
      const { user, system } = process.cpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.cpuUsage();
      if (done) resolve();
      else setImmediate(look);
    };
    setImmediate(look);
  });
  await work();
  done = true;
  await watching;
  return longest;
}
