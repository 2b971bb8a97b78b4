import { beforeAll, expect, test } from "vitest";
import type { SearchEngine } from "../engine.ts";
import { ask, bracketed, document, idsOf } from "./documents.ts";

const REFUND = document({
  id: "article:refund",
  title: "Getting a refund",
  headings: ["Within fourteen days", "Later"],
  body: "Money goes back to the card that was charged. Bank transfers take <b>five</b> days & more.",
});
const INVOICE = document({
  id: "article:invoice",
  title: "Download an invoice",
  headings: ["As a PDF"],
  body: "Every purchase has its invoice. A refund is shown on it as a second line.",
});
const PASSWORD = document({
  id: "article:password",
  title: "Choose another password",
  headings: ["Forgotten credentials"],
  body: "We send a link by mail. It works for an hour.",
});
const KEYBOARD = document({
  id: "article:keyboard",
  title: "Keys",
  body: "Everything is within reach of the keyboard.",
});

export function findingSuite(engine: () => SearchEngine): void {
  beforeAll(() => engine().write([REFUND, INVOICE, PASSWORD, KEYBOARD], []));

  test.each([
    ["the title", "choose", PASSWORD.id],
    ["a heading", "fourteen", REFUND.id],
    ["the body", "bank", REFUND.id],
  ])("a word of %s finds the document", async (_, text, id) => {
    expect(await idsOf(engine(), text)).toEqual([id]);
  });

  test("case, accents and punctuation make no difference", async () => {
    expect((await idsOf(engine(), "¿Pásswörd?!"))[0]).toBe(PASSWORD.id);
  });

  test("the beginning of the last word is enough", async () => {
    expect((await idsOf(engine(), "keyb"))[0]).toBe(KEYBOARD.id);
    expect((await idsOf(engine(), "choose another passw"))[0]).toBe(PASSWORD.id);
  });

  test.each(["pasword", "passwodr", "passsword", "passwerd"])("%s finds the password", async (text) => {
    expect((await idsOf(engine(), text))[0]).toBe(PASSWORD.id);
  });

  test("a word that is written wrongly is suggested as it is written in what is found", async () => {
    expect((await ask(engine(), "keybaord")).suggestion).toBe("keyboard");
    expect((await ask(engine(), "keyboard")).suggestion).toBeNull();
  });

  test("a title is worth more than a mention", async () => {
    expect((await idsOf(engine(), "refund"))[0]).toBe(REFUND.id);
    expect((await idsOf(engine(), "invoice"))[0]).toBe(INVOICE.id);
  });

  test("words that mean the same find each other, while they are in the vocabulary", async () => {
    const vocabulary = { synonyms: [["cashback", "refund"]], stopWords: new Set<string>() };
    expect((await idsOf(engine(), "cashback", { vocabulary }))[0]).toBe(REFUND.id);
    expect(await idsOf(engine(), "cashback")).toEqual([]);
  });

  test("several words may mean the same as one", async () => {
    const vocabulary = { synonyms: [["money back guarantee", "refund"]], stopWords: new Set<string>() };
    expect((await idsOf(engine(), "money back guarantee", { vocabulary }))[0]).toBe(REFUND.id);
  });

  test("a stop word of the vocabulary finds nothing by itself and disturbs nothing", async () => {
    const vocabulary = { synonyms: [], stopWords: new Set(["zebra"]) };
    expect((await idsOf(engine(), "zebra password", { vocabulary }))[0]).toBe(PASSWORD.id);
  });

  test("nothing is found by what nothing has, nor by nothing", async () => {
    const nothing = { hits: [], total: 0, kinds: {}, products: {}, suggestion: null };
    expect(await ask(engine(), "xylophone")).toEqual(nothing);
    expect(await ask(engine(), "  ?! ")).toEqual(nothing);
  });

  test("what matched is marked in title and excerpt, in pieces that add up to the text", async () => {
    const [hit] = (await ask(engine(), "refund card")).hits;
    expect(bracketed(hit?.title ?? [])).toBe("Getting a [refund]");
    expect(bracketed(hit?.excerpt ?? [])).toContain("the [card] that");
  });

  test("the text of a document is never taken for markup", async () => {
    const [hit] = (await ask(engine(), "transfers")).hits;
    expect(bracketed(hit?.excerpt ?? [])).toContain("[transfers] take <b>five</b> days & more");
  });
}
