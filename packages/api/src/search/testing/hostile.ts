import { beforeAll, expect, test } from "vitest";
import type { SearchEngine } from "../engine.ts";
import { ask, document, idsOf } from "./documents.ts";

const HOSTILE: [string, string][] = [
  ["a NUL", "nut\0meg"],
  ["half of a pair", "\ud83d nutmeg \udc00"],
  ["SQL", "'; DROP TABLE search_document; -- $1 \\"],
  ["a pattern", "((a+)+)+$ [^\\w]*? %_%"],
  ["a query language", 'title:=* && (a || !b) NOT "c" ~2 -nutmeg `x`'],
  ["one long word", "x".repeat(20_000)],
  ["as many words as there can be", "a b ".repeat(5_000)],
  ["different words, many", Array.from({ length: 3_000 }, (_, i) => `w${i}`).join(" ")],
  ["many marks on one letter", `n${"\u0301".repeat(19_000)}`],
  ["hyphens", "-".repeat(20_000)],
  ["words joined by hyphens", "ab-".repeat(6_000)],
  ["right to left", "\u202e جوز الطيب \u200f"],
  ["no spaces between words", "肉豆蔻".repeat(5_000)],
  ["faces", "👩‍👩‍👧‍👦".repeat(1_500)],
  ["names of every object", "__proto__ constructor toString hasOwnProperty"],
];

export function hostileSuite(engine: () => SearchEngine): void {
  beforeAll(() =>
    engine().write(
      [
        document({ id: "article:nutmeg", title: "Nutmeg", body: "A spice." }),
        document({
          id: "article:names",
          title: "__proto__ constructor",
          body: "toString hasOwnProperty",
          productId: "__proto__",
        }),
        document({ id: "article:bad", title: "Bad \ud800 text", body: "nul \0 nul lavender" }),
      ],
      [],
    ),
  );

  test.each(HOSTILE)("%s is answered like any other text", async (_, text) => {
    const found = await ask(engine(), text);
    expect(found.total).toBeGreaterThanOrEqual(found.hits.length);
    expect(await idsOf(engine(), "nutmeg")).toEqual(["article:nutmeg"]);
  });

  test.each(HOSTILE)("%s can be written, and taken out", async (_, text) => {
    const hostile = document({ id: "article:hostile", title: `Saffron ${text}`, headings: [text], body: text });
    await engine().write([hostile], []);
    expect(await idsOf(engine(), "saffron")).toEqual(["article:hostile"]);
    await engine().write([], ["article:hostile"]);
    expect(await idsOf(engine(), "saffron")).toEqual([]);
  });

  test("text that no database keeps is kept as far as it can be", async () => {
    expect(await idsOf(engine(), "lavender")).toEqual(["article:bad"]);
  });

  test("names of every object are words like any other", async () => {
    const found = await ask(engine(), "constructor");
    expect(found.hits.map(({ id }) => id)).toEqual(["article:names"]);
    expect(Object.entries(found.products)).toEqual([["__proto__", 1]]);
  });

  test("hostile filters find nothing", async () => {
    const odd = "`] || kind:=article && [`";
    expect(await idsOf(engine(), "nutmeg", { readers: [odd] })).toEqual([]);
    expect(await idsOf(engine(), "nutmeg", { deskId: odd })).toEqual([]);
    expect(await idsOf(engine(), "nutmeg", { productId: odd })).toEqual([]);
    expect(await idsOf(engine(), "nutmeg", { without: [odd] })).toEqual(["article:nutmeg"]);
  });
}
