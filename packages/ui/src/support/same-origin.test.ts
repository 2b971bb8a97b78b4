import { expect, test } from "vitest";
import { isFromOurPage, safeNext } from "./same-origin.ts";

test.each(["/", "/conversations/1?a=b#c", "/products/pine-note"])("%s is a place of ours", (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "evil",
  "",
  null,
  "/.//evil",
])("%s leads home", (path) => {
  expect(safeNext(path)).toBe("/");
});

test("only a page of this host may post", () => {
  const from = (origin: string) => new Request("http://a.test/x", { headers: { origin, host: "a.test" } });
  expect(isFromOurPage(from("http://a.test"))).toBe(true);
  expect(isFromOurPage(from("http://b.test"))).toBe(false);
  expect(isFromOurPage(from("null"))).toBe(false);
});
