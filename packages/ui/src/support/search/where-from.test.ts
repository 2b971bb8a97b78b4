import { expect, test } from "vitest";
import { whereFrom } from "./where-from.ts";

test("a product and its collection of the same name are told once, and what is not known is left out", () => {
  const product = { id: "1", name: "Hookline", hue: 1 };
  expect(whereFrom({ product, origin: "Hookline" })).toBe("Hookline");
  expect(whereFrom({ product, origin: "docs.example.com" })).toBe("Hookline · docs.example.com");
  expect(whereFrom({ product: null, origin: null })).toBe("");
});
