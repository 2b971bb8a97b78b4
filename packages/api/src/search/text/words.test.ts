import { describe, expect, test } from "vitest";
import { distance } from "./distance.ts";
import { stemOf } from "./stem.ts";
import { Thesaurus } from "./thesaurus.ts";
import { joinedAt, LONGEST_WORD, wordsOf } from "./words.ts";

const texts = (text: string) => wordsOf(text).map((word) => word.text);

describe("words", () => {
  test.each([
    ["case and accents are nothing", "Crème BRÛLÉE", ["creme", "brulee"]],
    ["letters that are written together come apart", "ﬁle Ⅳ", ["file", "iv"]],
    ["what is neither letter nor digit ends a word", "a_b::c(3)/dev/tty0", ["a", "b", "c", "3", "dev", "tty0"]],
    ["an apostrophe ends none, an owner's s is none", "can't the Board's boards'", ["cant", "the", "board", "boards"]],
    ["what has no spaces is read by twos", "検索する", ["検索", "索す", "する"]],
    ["a lone letter of such a script is a word", "字", ["字"]],
    ["half of a pair of surrogates is no word", "\ud83d ok \udc00", ["ok"]],
    ["nothing has none", " -_—!? ", []],
  ])("%s", (_, text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test("each word says where it stands in the text as it was written", () => {
    const text = "À la  Crème, s'il-vous";
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(["À", "la", "Crème", "s'il", "vous"]);
  });

  test("words that a hyphen joins are known as one, others are not", () => {
    const text = "wi-fi over - there";
    const words = wordsOf(text);
    expect(words.map((_, index) => joinedAt(words, index, text))).toEqual(["wifi", null, null, null]);
  });

  test("of a word that is too long the beginning counts, never through a letter", () => {
    expect(texts("x".repeat(1_000))).toEqual(["x".repeat(LONGEST_WORD)]);
    const [word = ""] = texts(`a${"𝒳".normalize()}${"𐐨".repeat(100)}`);
    expect(word.length).toBeLessThanOrEqual(LONGEST_WORD);
    expect(word.isWellFormed()).toBe(true);
  });
});

describe("stems", () => {
  test("forms of one English word have one stem", () => {
    expect(["refunds", "refunded", "refunding"].map(stemOf)).toEqual(["refund", "refund", "refund"]);
  });

  test("codes and words of other languages stay as they are", () => {
    expect(["esp32s", "größen", "4500ss", "検索"].map(stemOf)).toEqual(["esp32s", "größen", "4500ss", "検索"]);
  });
});

describe("distance", () => {
  test.each([
    ["the same", "word", "word", 0],
    ["a letter wrong", "word", "ward", 1],
    ["a letter missing", "word", "wrd", 1],
    ["a letter too many", "word", "woord", 1],
    ["two swapped", "word", "wrod", 1],
    ["swapped and wrong", "keyboard", "kyeboart", 2],
    ["nothing in common", "abc", "xyz", 3],
    ["to nothing", "abc", "", 3],
  ])("%s", (_, one, other, expected) => {
    expect(distance(one, other)).toBe(expected);
    expect(distance(other, one)).toBe(expected);
  });
});

test("a thesaurus knows phrases by their stems, wherever they stand", () => {
  const thesaurus = new Thesaurus([["sign in", "log on"], ["tool"]]);
  const stems = ["i", "cannot", "sign", "in", "sign"];
  expect(thesaurus.said(stems)).toEqual([{ from: 2, phrase: ["sign", "in"], others: [["log", "on"]] }]);
  expect(thesaurus.said(["tool"])).toEqual([{ from: 0, phrase: ["tool"], others: [] }]);
});
