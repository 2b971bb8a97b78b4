import { expect, test } from "vitest";
import { inserted } from "./inserted.ts";

const at = (value: string, selectionStart: number, selectionEnd = selectionStart) => ({
  ...{ value, selectionStart, selectionEnd },
});

test.each([
  ["into nothing", at("", 0), "LINK"],
  ["after a word, with a space", at("See", 3), "See LINK"],
  ["after a space, without another", at("See ", 4), "See LINK"],
  ["between words", at("See there", 4), "See LINK there"],
  ["instead of what is selected", at("See it now", 4, 6), "See LINK now"],
  ["at the end where nobody has been in the text", at("Hello", 0), "Hello LINK"],
])("a link goes %s", (_, caret, whole) => {
  expect(inserted(caret, "LINK").whole).toBe(whole);
});

test("several lines stand apart from what is around them, and the caret after them", () => {
  const { whole, caret } = inserted(at("Hello Mara,\n\nBest", 13), "One\n\nTwo");
  expect(whole).toBe("Hello Mara,\n\nOne\n\nTwo\n\nBest");
  expect(whole.slice(0, caret)).toBe("Hello Mara,\n\nOne\n\nTwo");
});
