import { expect, test } from "vitest";
import { moved } from "./moved.ts";

test("what is moved takes its new place and the others close up", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
});

test("beyond the ends nothing moves", () => {
  expect(moved(["a", "b", "c"], 2, 3)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
});
