import { expect, test } from "vitest";
import { passagesOf } from "./passages.ts";

const same = (text: string) => ({ change: "same" as const, text, words: null });

test("leaves out what is the same, but for two lines around each change", () => {
  const added = { change: "added" as const, text: "new", words: null };
  const lines = [..."abcde"].map(same).concat(added as never, [..."fghij"].map(same));
  const told = passagesOf(lines).map((passage) => (passage.kind === "line" ? passage.line.text : passage.count));
  expect(told).toEqual([3, "d", "e", "new", "f", "g", 3]);
});
