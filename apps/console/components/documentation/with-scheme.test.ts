import { expect, test } from "vitest";
import { withScheme } from "./with-scheme.ts";

test.each([
  ["docs.example.com/guide ", "https://docs.example.com/guide"],
  ["http://docs.example.com", "http://docs.example.com"],
  ["javascript:alert(1)", "javascript:alert(1)"],
  ["", ""],
])("%s is taken as %s", (typed, address) => expect(withScheme(typed)).toBe(address));
