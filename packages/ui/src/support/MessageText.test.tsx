import { MAX_TEXT } from "@mintreu/api/conversations/schema";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MessageText } from "./MessageText.tsx";

const html = (text: string) => renderToStaticMarkup(<MessageText text={text} />);

test("HTML in a message is text to read, and not HTML of the page", () => {
  const page = html('a <img src=x onerror="alert(1)"> <script>alert(1)</script> b\n\n<iframe src="x"></iframe>');
  expect(page).not.toMatch(/<img|<script|<iframe/);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; b");
  expect(page).toContain("&lt;iframe");
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "/conversations",
  "JaVaScRiPt:x",
])("%s is not linked to", (url) => {
  expect(html(`[click](${url})`)).not.toContain("href");
});

test("a link opens elsewhere and tells nothing", () => {
  expect(html("[a](https://a.test/)")).toContain('rel="noopener noreferrer nofollow"');
});

test("a picture from elsewhere is a link to it, and is not loaded", () => {
  const page = html("![logo](https://a.test/track.png)");
  expect(page).not.toContain("<img");
  expect(page).toContain(">logo</a>");
});

test("line breaks, lists and code stay what they are", () => {
  expect(html("one\ntwo")).toContain("<br/>");
  expect(html("- one\n- two")).toContain("<li>");
  expect(html("```\nx < y\n```")).toContain("x &lt; y");
});

describe("a text made to keep its reader busy is shown at once:", () => {
  const full = (part: string) => part.repeat(Math.ceil(MAX_TEXT / part.length)).slice(0, MAX_TEXT);
  const LINES = Array.from({ length: 190 }, (_, i) => `${" ".repeat(i)}- a`).join("\n");
  const PARTS = [
    ">",
    "> ",
    ">- ",
    "1. ",
    "- - a",
    "*a_ ",
    "**a",
    "_a*",
    "[",
    "![",
    "[a](",
    "`a",
    "a|b\n-|-\n",
    "- a\n",
  ];
  const STARS = `${"*".repeat(10_000)}a${"*".repeat(9_999)}`;

  test.each([...PARTS.map(full), STARS, LINES, `${full(">").slice(1)}a`].map((text) => [text.slice(0, 12), text]))(
    "%j",
    (_start, text) => {
      const started = performance.now();
      expect(html(text)).toContain("message-text");
      // The bar is 200 ms; what used to happen took seconds or ended the stack.
      expect(performance.now() - started).toBeLessThan(400);
    },
  );
  test("and an ordinary long one is still Markdown", () => {
    expect(html(`${"A **word** in `code`, and [more](https://a.test).\n\n".repeat(40)}> > quoted twice`)).toContain(
      "<blockquote>",
    );
  });
});
