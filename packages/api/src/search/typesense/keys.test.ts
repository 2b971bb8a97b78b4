import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, textOf } from "./keys.ts";

test("a key is one word of small letters and digits, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(keyOf(text)).toMatch(/^[a-z0-9]*$/);
    }),
  );
});

test("a short text comes back whole, so that two texts never have one key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (text) => {
      const key = keyOf(text);
      if (key.length <= 90 && !key.startsWith("xx")) expect(textOf(key)).toBe(text);
    }),
  );
});

test("texts that are alike have keys that are not", () => {
  const alike = [
    "desk:a",
    "desk-a",
    "Desk:a",
    "desk a",
    "deska",
    "desk:á",
    "deskx3aa",
    "desk:a ",
    "`desk:a`",
    "desk:*",
  ];
  expect(new Set(alike.map(keyOf)).size).toBe(alike.length);
});

test("a text that is too long for one word has a key of its own, which tells nothing", () => {
  const long = "a".repeat(500);
  expect(keyOf(long).length).toBeLessThanOrEqual(90);
  expect(keyOf(long)).not.toBe(keyOf(`${long}b`));
  expect(textOf(keyOf(long))).toBeNull();
});
