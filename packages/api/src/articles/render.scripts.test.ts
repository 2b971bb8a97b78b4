import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { SCRIPT_CORPUS } from "../testing/script-corpus.ts";
import { renderMarkdown } from "./render.ts";

/** Elements that run, load, frame, send or style something. None of them is ever needed. */
const RUNS =
  /^(script|style|link|meta|base|iframe|frame|object|embed|applet|form|input|button|select|textarea|svg|math|template|slot|dialog|video|audio|source|noscript|title)$/;
const ATTRIBUTES =
  /^(href|src|srcSet|sizes|alt|width|height|loading|decoding|rel|id|className|title|lang|dir|ariaLabelledBy|tabIndex|align|colSpan|rowSpan|scope|start|reversed|value|open|dateTime|role)$/;

test("the corpus is large enough to say something", () => {
  expect(new Set(SCRIPT_CORPUS).size).toBeGreaterThanOrEqual(100);
});

// What a page does with each of them in a browser is seen in e2e/article-scripts.test.ts.
test.each(SCRIPT_CORPUS)("nothing is left that could run: %s", async (vector) => {
  for (const markdown of [vector, `text ${vector} text`, `- ${vector}`, `> ${vector}`, `<div>\n${vector}\n</div>`]) {
    const { html } = await renderMarkdown(markdown);
    expect(faultsOf(html), html).toEqual([]);
  }
});

test("these tests notice what could run", () => {
  expect(faultsOf('<p onclick="x">a</p><svg></svg><a href="javascript:x">b</a><p id="main">')).toHaveLength(4);
});

function faultsOf(html: string): string[] {
  const tree: Root = unified().use(rehypeParse, { fragment: true }).parse(html);
  const faults: string[] = [];
  visit(tree, "element", ({ tagName, properties }: Element) => {
    if (RUNS.test(tagName)) faults.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (!ATTRIBUTES.test(name)) faults.push(`${tagName} ${name}`);
      if (name === "id" && !String(value).includes("-")) faults.push(`#${value}`);
      const address = name === "href" || name === "src" ? new URL(String(value), "https://here.example/") : null;
      if (address && !/^(https?|mailto|tel):$/.test(address.protocol)) faults.push(`${tagName} ${value}`);
      if (name === "src" && !String(value).startsWith("/files/")) faults.push(`${tagName} ${value}`);
      if (name === "href" && address?.host === "evil.example" && !String(properties.rel).includes("nofollow")) {
        faults.push(`${value} without a rel`);
      }
    }
  });
  return faults;
}
