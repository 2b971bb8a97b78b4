import { expect, test } from "vitest";
import { mentionedIn } from "./mentioned.ts";

test.each([
  ["Hi Bob,\nit hangs", ["Bob"]],
  ["Dear Ms Park,\nplease", ["Park"]],
  ["Hallo Frau Dorn, bitte", ["Dorn"]],
  ["It hangs.\n\nThanks,\nBob Miller", ["Bob", "Miller"]],
  ["It hangs.\nBest regards\nAnn-Kathrin O'Neil\nACME", ["Ann", "Kathrin", "O'Neil"]],
  ["Viele Grüße\nPetra Lang", ["Petra", "Lang"]],
  ["My colleague Hans Meier has it, too", ["Hans", "Meier"]],
  ["my name is Igor", ["Igor"]],
  ["Dr. Watson said so; Herr Klein, too", ["Watson", "Klein"]],
  ["Write to anna.schmidt@firma.example", ["Anna", "Schmidt"]],
])("%j names %j", (text, names) => {
  expect(mentionedIn([text])).toEqual(names);
});

test.each([
  "hello there,",
  "Hello World is printed",
  "Hi all, dear team, hello Support,",
  "Hello Inkwell team,",
  "Best Practices",
  "Best regards",
  "Write to sales@firma.example, licence-support@x.example or order4711@shop.example",
  "My colleague has it, too. Our manager said so.",
  "Sr Developer tools",
])("%j names nobody", (text) => {
  expect(mentionedIn([text])).toEqual([]);
});

test.each([
  ["greetings", "Hi Aa ".repeat(3_300)],
  ["capitals and hyphens", "Aa-".repeat(6_600)],
  ["blank lines", "\n".repeat(20_000)],
  ["blanks", " ".repeat(20_000)],
  ["dots", "a.".repeat(10_000)],
  ["farewells", "Best,\n".repeat(3_300)],
])("a long text of %s is read quickly", (_, text) => {
  const started = performance.now();
  mentionedIn([text]);
  expect(performance.now() - started).toBeLessThan(1_000);
});
