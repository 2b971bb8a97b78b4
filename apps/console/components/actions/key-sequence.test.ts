import { expect, test } from "vitest";
import { keyMatcher, type Pressed } from "./key-sequence.ts";
import { ACTION_IDS, ACTIONS } from "./registry.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({ ...plain, ...held, key });

test("no two actions share a key", () => {
  const all = ACTION_IDS.flatMap((id) => [...ACTIONS[id].keys]);
  expect(new Set(all).size).toBe(all.length);
});

test("two keys after each other are one action, and the second alone is another", () => {
  const match = keyMatcher();
  expect(match(press("g"), 0)).toBeNull();
  expect(match(press("r"), 400)).toBe("goResolved");
  expect(match(press("r"), 500)).toBe("reply");
});

test("after a while the first key is forgotten", () => {
  const match = keyMatcher();
  match(press("g"), 0);
  expect(match(press("u"), 5_000)).toBe("back");
});

test.each([press("r", { altKey: true }), press("R", { shiftKey: true }), press("r", { ctrlKey: true })])(
  "a key held together with another is the browser's",
  (pressed) => expect(keyMatcher()(pressed, 0)).toBeNull(),
);

test("Ctrl and ⌘ open the palette alike, ? needs its shift, and caps lock does not matter", () => {
  const match = keyMatcher();
  expect(match(press("k", { ctrlKey: true }), 0)).toBe("palette");
  expect(match(press("K", { metaKey: true }), 0)).toBe("palette");
  expect(match(press("?", { shiftKey: true }), 0)).toBe("shortcuts");
  expect(match(press("J"), 0)).toBe("next");
});
