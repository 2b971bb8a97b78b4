import { expect, test } from "vitest";
import { renderMarkdown } from "./render.ts";

const FILE = "/files/00000000-0000-4000-8000-000000000000/screen.png";
const htmlOf = async (markdown: string) => (await renderMarkdown(markdown)).html;

test("headings begin below the title, leave no level out and have anchors of their own", async () => {
  const { headings, html } = await renderMarkdown("# Buying\n\n#### By card\n\n# Buying\n\n## 💳\n\n## Process");
  expect(headings).toEqual([
    { id: "section-buying", text: "Buying", level: 2 },
    { id: "by-card", text: "By card", level: 3 },
    { id: "section-buying-1", text: "Buying", level: 2 },
    { id: "section-", text: "💳", level: 3 },
    { id: "section-process", text: "Process", level: 3 },
  ]);
  expect(html).toContain('<h3 id="by-card">By card</h3><a class="anchor" href="#by-card" aria-labelledby="by-card">');
});

test("links to a place lead to the anchor that the place has, in this article and in others", async () => {
  const html = await htmlOf(
    '[a](#Old_Name) [b](#by-card) [c](/help/articles/pay#process)\n\n<a id="Old_Name"></a>\n\n## By card',
  );
  expect(html).toContain('<a href="#section-old_name">a</a> <a href="#by-card">b</a>');
  expect(html).toContain('<a id="section-old_name"></a>');
  expect(html).toContain('href="/help/articles/pay#section-process"');
});

test("attributes in braces are no text; a heading keeps the name that they give it", async () => {
  const { html, headings, text } = await renderMarkdown(
    "[a](#card){.button} [b](https://b.example){.x #y}, {.kept}\n\n## By card{#card}\n\n`{#code}` {x}\n\n{.wide}",
  );
  expect(headings).toEqual([{ id: "by-card", text: "By card", level: 2 }]);
  expect(html).toContain('<a href="#by-card">a</a>');
  expect(text.replace(/\s+/g, " ")).toBe("a b, {.kept} By card {#code} {x}");
});

test.each(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])(
  "a quote that begins with [!%s] is a callout",
  async (kind) => {
    const title = `${kind[0]}${kind.slice(1).toLowerCase()}`;
    const start = `<div class="callout callout-${kind.toLowerCase()}" role="note"><p class="callout-title">${title}</p>`;
    expect(await htmlOf(`> [!${kind}]\n> Mind **this**.`)).toBe(`${start}\n<p>Mind <strong>this</strong>.</p>\n</div>`);
    expect(await htmlOf(`> [!${title}] On its line.`)).toBe(`${start}\n<p>On its line.</p>\n</div>`);
    expect(await htmlOf(`> [!${kind}]\n>\n> - a list`)).toContain(`${start}\n\n<ul>`);
  },
);

test("code is highlighted by classes, names its language and scrolls by keyboard", async () => {
  const html = await htmlOf("```js\nconst a = 1;\n```\n\n```unheard-of\n<b>\n```");
  expect(html).toContain('<figure class="code"><figcaption>JavaScript</figcaption><pre tabindex="0">');
  expect(html).toContain('<span class="hljs-keyword">const</span>');
  expect(html).toContain("&#x3C;b>");
});

test("tables scroll in a frame", async () => {
  expect(await htmlOf("| a |\n| - |\n| 1 |")).toMatch(/^<div class="table-frame" tabindex="0"><table>/);
});

test("a picture of ours waits until it is seen, in a place that is kept for it", async () => {
  const { html } = await renderMarkdown(`![The screen](${FILE})`, { [FILE]: { width: 1000, height: 500 } });
  expect(html).toContain(`src="${FILE}" alt="The screen" loading="lazy" decoding="async" width="1000" height="500"`);
  expect(html).toContain(`${FILE}?w=640 640w, ${FILE}?w=960 960w, ${FILE} 1000w`);
  expect(await htmlOf(`<img src="${FILE}" width="300" height="9%">`)).toContain('width="300" alt="" loading="lazy"');
});

test("a picture from elsewhere is a link to it, and one that is missing is what it shows", async () => {
  expect(await htmlOf("![Logo](https://a.example/logo.png)")).toContain(
    '<a href="https://a.example/logo.png" rel="noopener nofollow">Logo</a>',
  );
  expect(await htmlOf("![The menu](img/menu.png)")).toContain('<span class="picture-missing">The menu</span>');
  expect(await htmlOf("![x](/sign-out)")).not.toContain("sign-out");
});

test("frames and films are links, and what is hidden is there for search alone", async () => {
  const { html, text } = await renderMarkdown(
    '<iframe src="https://a.example/film" title="The film"></iframe>\n\n<p style="display:none">Stichwort</p>\n\nEnd',
  );
  expect(html).toContain('<a href="https://a.example/film" rel="noopener nofollow">The film</a>');
  expect(html).not.toContain("Stichwort");
  expect(text).toContain("Stichwort");
});

test("tells the words, the links and the pictures as they were written", async () => {
  const { text, links, pictures } = await renderMarkdown(
    "# Title\n\nSome *words* and `code`.\n\n[x](Other-Article.md) ![y](img/y.png) <https://a.example>",
  );
  expect(text).toBe("Title\n\nSome words and code.\n\nx  https://a.example");
  expect(links).toEqual(["Other-Article.md", "https://a.example"]);
  expect(pictures).toEqual(["img/y.png"]);
});

test("task lists and footnotes need no form and no id of the author's", async () => {
  const html = await htmlOf("- [x] done\n- [ ] open\n\nWord[^1].\n\n[^1]: Meaning.");
  expect(html).toContain("<li>☑ done</li>\n<li>☐ open</li>");
  expect(html).toContain('<a href="#fn-1" id="fnref-1">1</a>');
  expect(html).toContain('<li id="fn-1">');
});
