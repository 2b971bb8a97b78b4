import { expect, test } from "vitest";
import type { SearchEngine } from "../engine.ts";
import { ask, document, idsOf } from "./documents.ts";

export function writingSuite(engine: () => SearchEngine): void {
  test("what was written is found by the next search", async () => {
    for (let index = 0; index < 10; index++) {
      await engine().write([document({ id: `article:${index}`, title: `Marmalade ${index}` })], []);
      expect((await ask(engine(), "marmalade")).total).toBe(index + 1);
    }
  });

  test("a document that is written again is found by its new words alone, and counted once", async () => {
    await engine().write([document({ id: "article:again", title: "Quince", body: "yellow" })], []);
    await engine().write([document({ id: "article:again", title: "Medlar", body: "brown" })], []);
    expect(await idsOf(engine(), "quince")).toEqual([]);
    expect(await idsOf(engine(), "medlar")).toEqual(["article:again"]);
    expect((await ask(engine(), "medlar")).total).toBe(1);
  });

  test("readers that change count from the next search on", async () => {
    const text = { id: "article:readers", title: "Elderberry" };
    await engine().write([document(text)], []);
    await engine().write([document({ ...text, readers: ["desk:one"] })], []);
    expect((await ask(engine(), "elderberry")).total).toBe(0);
    expect((await ask(engine(), "elderberry", { readers: ["desk:one"] })).total).toBe(1);
  });

  test("what was taken out is not found, and taking out what is not there is no error", async () => {
    await engine().write([document({ id: "article:out", title: "Mulberry" })], []);
    await engine().write([], ["article:out", "article:never-there"]);
    expect(await ask(engine(), "mulberry")).toMatchObject({ hits: [], total: 0, kinds: {}, products: {} });
  });

  test("the same documents written by many at once are there once", async () => {
    const documents = Array.from({ length: 12 }, (_, index) =>
      document({ id: `article:many-${index}`, title: `Tangerine ${index}`, body: "one and the same text" }),
    );
    const writers = Array.from({ length: 8 }, (_, turn) => {
      const rotated = [...documents.slice(turn), ...documents.slice(0, turn)];
      return engine().write(turn % 2 ? rotated : rotated.reverse(), []);
    });
    await Promise.all(writers);
    const found = await ask(engine(), "tangerine", { limit: 50 });
    expect(found.total).toBe(12);
    expect(found.hits).toHaveLength(12);
  });

  test("of hundreds of documents each is found", async () => {
    const documents = Array.from({ length: 700 }, (_, index) =>
      document({ id: `article:of-${index}`, title: `Pomegranate number${index}`, body: `seed${index % 7} and more` }),
    );
    for (let from = 0; from < documents.length; from += 50) await engine().write(documents.slice(from, from + 50), []);
    expect((await ask(engine(), "pomegranate")).total).toBe(700);
    expect((await ask(engine(), "seed3")).total).toBe(100);
    for (const index of [0, 1, 127, 128, 129, 333, 699])
      expect((await idsOf(engine(), `number${index}`))[0]).toBe(`article:of-${index}`);
    await engine().write(
      [],
      documents.slice(0, 350).map(({ id }) => id),
    );
    expect((await ask(engine(), "pomegranate")).total).toBe(350);
  });

  test("a document as long as a book is written and found by its last word", async () => {
    const body = `${"page after page of prose ".repeat(3_000)} colophon`;
    await engine().write([document({ id: "article:book", title: "Book", body })], []);
    expect(await idsOf(engine(), "colophon")).toEqual(["article:book"]);
  });

  test("a document of no words is no error", async () => {
    await engine().write([document({ id: "article:empty", title: "…", body: "" })], []);
    await engine().write([], ["article:empty"]);
  });
}
