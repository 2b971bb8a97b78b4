import { expect, test } from "vitest";
import { addressOfSearch, askedBy } from "./asked.ts";

const PRODUCT = "0190a000-0000-7000-8000-000000000001";

test("what makes no sense in an address is left out", () => {
  expect(askedBy({ q: ["  blink ", "x"], kind: "nonsense", product: "1", page: "-3" })).toEqual({
    ...{ text: "blink", kind: null, productId: null, page: 1 },
  });
  expect(askedBy({}).text).toBe("");
  expect(askedBy({ q: "x".repeat(5_000), page: "1e9" })).toMatchObject({ text: "x".repeat(400), page: 11 });
});

test("an address says what was read from it, and a filter begins at the first page", () => {
  const asked = { text: "blink & fade", kind: "article", productId: PRODUCT, page: 3 } as const;
  const params = Object.fromEntries(new URL(addressOfSearch(asked, { page: 3 }), "http://x").searchParams);
  expect(askedBy(params)).toEqual(asked);
  expect(addressOfSearch(asked, { kind: null })).not.toContain("page");
});
