import { expect, test } from "vitest";
import { pagesOf, queryAt, searchPlaceAt } from "./search-place.ts";

const at = (search: string) => searchPlaceAt(new URLSearchParams(search));

test("a page of results asks for what its address says", () => {
  expect(queryAt(at("q=refund+window&kind=article&open=1&page=3"))).toEqual({
    ...{ text: "refund window", kinds: ["article"], open: true },
    ...{ limit: 20, offset: 40 },
  });
});

test("what makes no sense in an address is as if it were not there", () => {
  expect(at("q=x&kind=secrets&product=1&page=-2")).toEqual(at("q=x"));
  expect(at("q=x&page=99").page).toBe(1);
});

test("there is a page even of nothing, and none beyond what can be asked for", () => {
  expect([0, 20, 21, 1_000].map(pagesOf)).toEqual([1, 1, 2, 11]);
});
