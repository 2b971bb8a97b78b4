import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessageText } from "./MessageText.tsx";

const html = (text: string) => renderToStaticMarkup(<MessageText text={text} />);

test("HTML in a message is not HTML of the page", () => {
  expect(html('a <img src=x onerror="alert(1)"> <script>alert(1)</script> b')).not.toMatch(/<img|<script|onerror/);
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
