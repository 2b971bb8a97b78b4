import { expect, test } from "vitest";
import { linked } from "./linked.ts";

test("an address in a mail can be followed, without the full stop that ends its sentence", () => {
  expect(linked("Go to https://a.example/x?y=1&z=2. Or not.")).toEqual([
    { at: 0, text: "Go to " },
    { at: 6, text: "https://a.example/x?y=1&z=2", href: "https://a.example/x?y=1&z=2" },
    { at: 33, text: ". Or not." },
  ]);
});

test("nothing but a web address becomes a link", () => {
  expect(linked("javascript:alert(1) mailto:a@example.com")).toHaveLength(1);
});
