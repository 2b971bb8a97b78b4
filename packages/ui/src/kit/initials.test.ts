import { describe, expect, test } from "vitest";
import { hueOf, initials } from "./initials.ts";

describe("initials", () => {
  test.each([
    ["Ada Lovelace", "AL"],
    ["ada", "A"],
    ["Jean-Luc van der Berg", "JB"],
    ["Éva Őri", "ÉŐ"],
    ["Анна Каренина", "АК"],
    ["山田 太郎", "山"],
    ["محمد علي", "م"],
    ["👩‍🚀 Ada", "👩‍🚀"],
    ["(Bob) Marley", "BM"],
    ["  ", "?"],
    ["", "?"],
  ])("of %j are %j", (name, expected) => expect(initials(name)).toBe(expected));
});

test("a hue is stable and in range", () => {
  expect(hueOf("Ada")).toBe(hueOf("Ada"));
  for (const name of ["", "a", "山田", "x".repeat(5000)]) {
    expect(hueOf(name)).toBeGreaterThanOrEqual(0);
    expect(hueOf(name)).toBeLessThan(360);
  }
});
