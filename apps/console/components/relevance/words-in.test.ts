import { expect, test } from "vitest";
import { wordsIn } from "./words-in.ts";

test("words stand between commas, each once, as a search compares them", () => {
  expect(wordsIn(" Refund,money  back ; refund,\n,")).toEqual(["refund", "money back"]);
});
