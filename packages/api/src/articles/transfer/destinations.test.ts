import { describe, expect, test } from "vitest";
import { withCallouts } from "./callout-forms.ts";
import { destinationsIn, withDestinations } from "./destinations.ts";
import { plainMarkdown } from "./plain-markdown.ts";

const found = (markdown: string) => destinationsIn(markdown).map(({ kind, address }) => `${kind} ${address}`);

describe("an address is found in", () => {
  test.each([
    ["[a](b.md)", ["link b.md"]],
    ['[a](b.md "title")', ["link b.md"]],
    ["![a](<b c.png>)", ["picture b c.png"]],
    ["[a](b_(c).md) and [d](e\\_f.md)", ["link b_(c).md", "link e_f.md"]],
    ["[![a](b.png)](c.md)", ["picture b.png", "link c.md"]],
    ["![a [b](c.md) d](e.png)", ["link c.md", "picture e.png"]],
    ["- [a]\n\n[a]: b.md 'title'", ["link b.md"]],
    ["<a class=\"x\" href=\"b.md?c&amp;d\"><img alt='>' src='e.png'></a>", ["link b.md?c&d"]],
    ['<a href="b.md"><img src="e.png" width="1"></a>', ["link b.md", "picture e.png"]],
    ["See https://a.example/b. Or <https://a.example/c>!", ["bare https://a.example/b", "bare https://a.example/c"]],
    ["[https://a.example](https://b.example)", ["link https://b.example"]],
    ["> - [a](b.md)\n>   ![c](d.png)", ["link b.md", "picture d.png"]],
    ["| a |\n|---|\n| [b](c.md) |", ["link c.md"]],
    ["\\[a](b.md) [c\\](d.md)", []],
    ["[a] (b.md) [ ](#c)", ["link #c"]],
  ])("%j", (markdown, expected) => expect(found(markdown)).toEqual(expected));
});

describe("none is found in code:", () => {
  test.each([
    "`[a](b.md)`",
    "``a ` [a](b.md)``",
    "```\n[a](b.md)\n```",
    "- one\n\n  ~~~md\n  [a](b.md)\n  ```\n  ~~~",
    "```js\n[a](b.md) https://a.example",
    "`<a href='b.md'>`",
  ])("%j", (markdown) => expect(found(markdown)).toEqual([]));
  test("but behind it", () => {
    expect(found("`a` [b](c.md) ```d``` [e](f.md)\n\n```\nx\n```\n[g](h.md) ` [i](j.md)")).toEqual([
      "link c.md",
      "link f.md",
      "link h.md",
      "link j.md",
    ]);
  });
});

test("what is replaced is the address alone", () => {
  const markdown = '![a](b.png "t") [c]\n\n[c]: <d e.md>\n<a href="f">g</a> `[x](b.png)`';
  const places = destinationsIn(markdown);
  const changed = withDestinations(markdown, new Map(places.map((place, index) => [place, `/${index}`])));
  expect(changed).toBe('![a](/0 "t") [c]\n\n[c]: </1>\n<a href="/2">g</a> `[x](b.png)`');
  expect(withDestinations(markdown, new Map())).toBe(markdown);
});

test.each([
  ["brackets", "[".repeat(100_000)],
  ["closed brackets", "](".repeat(50_000)],
  ["open links", "[a](<b".repeat(20_000)],
  ["backticks", Array.from({ length: 600 }, (_, i) => "`".repeat(i)).join(" ")],
  ["many runs of backticks", "`a``b```c ".repeat(12_000)],
  ["code of one letter", "` ".repeat(50_000)],
  ["escapes", "\\".repeat(100_000)],
  ["backslashes before brackets", `${"\\".repeat(300)}[`.repeat(300)],
  ["tags", "<a href=".repeat(15_000)],
  ["addresses", "https://a.example/".repeat(6_000)],
  ["definitions", "[a]: <".repeat(20_000)],
  ["quotes", "> ".repeat(50_000)],
  ["names with spaces", `](${"a ".repeat(150)}`.repeat(330)],
  ["links of wikis", "[[a|".repeat(25_000)],
  ["callouts that nobody closes", ":::note\n".repeat(12_500)],
  ["callouts in callouts", ":::note\n".repeat(8_000) + ":::\n".repeat(8_000)],
  ["marks with nothing behind", "!!! note\n".repeat(11_000)],
  ["hints", "{% hint ".repeat(12_500)],
  ["shortcodes", `{{< figure ${'a="b" '.repeat(300)}`.repeat(50)],
])("100,000 characters of %s are gone through within half a second of computing", (_, text) => {
  const before = process.threadCpuUsage();
  destinationsIn(text, { wiki: true });
  withCallouts(plainMarkdown(text));
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
});
