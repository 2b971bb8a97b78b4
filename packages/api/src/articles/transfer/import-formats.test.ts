import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newDesk } from "../../testing/desks.ts";
import type { Files } from "../../testing/import-source.ts";
import { picture } from "../../testing/pictures.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { exportArticles } from "./export-articles.ts";
import { folderSource } from "./folder-source.ts";
import { importArticles } from "./import-articles.ts";

let world: World;
let deskId: string;
let folder: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  deskId = await newDesk(world);
  folder = mkdtempSync(join(tmpdir(), "mintreu-import-"));
  return () => rmSync(folder, { recursive: true });
});

/** A folder on the disk, as people have it. */
function write(files: Files, into = folder) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(into, dirname(path)), { recursive: true });
    writeFileSync(join(into, path), content);
  }
}

async function imports(from = folder) {
  const source = await folderSource(from);
  return importArticles(world.as(world.developer), { deskId, productId: null, draft: false, source });
}

async function exported(): Promise<Files> {
  const files: Files = {};
  for await (const { path, open } of (await exportArticles(world.as(world.developer), deskId)).files) {
    const stream = await open();
    files[path] = stream ? await buffer(stream) : "";
  }
  return files;
}

/**
 * Imports the folder, and holds what has to hold whatever is in it: a second time does nothing, an export comes in as what is
 * there, and comes out the same.
 */
async function throughAndThrough() {
  const { problems } = await imports();
  const again = await imports();
  expect([again.added, again.changed, again.collections]).toEqual([0, 0, 0]);
  // An address is looked for once.
  expect(again.problems).toEqual(problems.filter(({ why }) => why !== "taken"));
  const out = await exported();
  const other = join(folder, ".out");
  write(out, other);
  const back = await imports(other);
  expect([back.added, back.changed, back.collections]).toEqual([0, 0, 0]);
  expect(await exported()).toEqual(out);
  const texts = await articles();
  return {
    texts,
    told: problems.map(({ file, line, why, what }) => [line ? `${file}:${line}` : file, why, what].join(" ")),
    shelves: await shelves(),
    out,
  };
}

async function rows() {
  const { article } = world.system.db.prisma;
  const all = await article.findMany({ where: { deskId }, include: { revisions: true, files: true } });
  return all.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Texts by title, with files by their names and other articles by their titles. */
async function articles(): Promise<Record<string, string>> {
  const all = await rows();
  return Object.fromEntries(
    all.map(({ title, revision, revisions }) => {
      let body = revisions.find(({ number }) => number === revision)?.body ?? "";
      for (const one of all)
        body = body.replaceAll(new RegExp(`/help/articles/${one.slug}(?![\\w-])`, "g"), `<${one.title}>`);
      return [title, body.replaceAll(/\/files\/[\w-]{36}\//g, "/files/")];
    }),
  );
}

/** Every collection with its articles, in the order of the help centre. */
async function shelves(): Promise<string[]> {
  const { rows: found } = await world.system.db.pool.query(
    `SELECT concat_ws(' / ', p.name, c.name) || ': ' || coalesce(string_agg(a.title, ', ' ORDER BY a.position, a.title), '') AS shelf
     FROM collection c LEFT JOIN collection p ON p.id = c.parent_id LEFT JOIN article a ON a.collection_id = c.id
     WHERE c.desk_id = $1 GROUP BY c.id, p.id ORDER BY p.position NULLS FIRST, c.position, c.name`,
    [deskId],
  );
  return found.map(({ shelf }) => shelf);
}

test("Docusaurus: numbers and positions, categories, admonitions, addresses without endings, pictures in static", async () => {
  write({
    "docs/01-guides/_category_.json":
      '{ "label": "Guides & more", "position": 2, "link": { "type": "generated-index", "description": "How to." } }',
    "docs/01-guides/02-install.md":
      "---\nid: install\nsidebar_position: 2\nsidebar_label: Short\ntags: [a, b]\n---\nimport Tabs from '@theme/Tabs';\n\n# Install `it`\n\n[start](/docs/guides/start#first) [api](../reference/api) [slug](/docs/hello)\n\n:::warning[Mind *this*]\n\nText\n\n:::\n\n![a](/img/a.png) ![b](@site/static/img/a.png)\n",
    "docs/01-guides/01-start.mdx":
      "---\nsidebar_position: 1\nslug: /hello\n---\n# Start\n\n[next](./02-install.md) [gone](./gone.md)",
    "docs/reference/_category_.yml": "label: Reference\nposition: 1\n",
    "docs/reference/api.md": "---\nid: install\ntitle: API\n---\n:::tabs\nx\n:::",
    "static/img/a.png": await picture("png", 8, 8),
    "docusaurus.config.js": "export default {}",
  });
  const { texts, told, shelves, out } = await throughAndThrough();
  expect(texts).toEqual({
    "Install it":
      "[start](<Start>#first) [api](<API>) [slug](<Start>)\n\n> [!WARNING]\n> **Mind *this***\n>\n> Text\n\n![a](/files/a.png) ![b](/files/a.png)\n",
    Start: "[next](<Install it>) [gone](./gone.md)",
    API: ":::tabs\nx\n:::",
  });
  expect(shelves).toEqual(["Reference: API", "Guides & more: Start, Install it"]);
  expect(told).toEqual([
    "docs/01-guides/01-start.mdx:7 missing ./gone.md",
    "docs/01-guides/02-install.md:4 kept sidebar_label",
    "docs/01-guides/02-install.md:5 kept tags",
    "docs/reference/api.md double install",
    "docs/reference/api.md:5 unknown :::tabs",
    "docusaurus.config.js unused docusaurus.config.js",
  ]);
  expect(String(out["Guides & more/install-it.md"])).toContain("\ntags: [ a, b ]\n");
});

test("GitBook: a summary's order, hints, tabs, pictures in a hidden folder", async () => {
  write({
    "SUMMARY.md": "# Summary\n\n* [Hello](README.md)\n\n## Part\n\n* [Two](start/two.md)\n* [One](start/README.md)\n",
    "README.md":
      "---\ndescription: All of it\ncover: .gitbook/assets/a.png\n---\n\n# Hello\n\n[one](start/) ![](<.gitbook/assets/a b.png>)",
    "start/README.md":
      '# One\n\n{% hint style="info" %}\nMind `{% raw %}`.\n{% endhint %}\n\n{% content-ref url="two.md" %}\n[two.md](two.md)\n{% endcontent-ref %}',
    "start/two.md": '{% tabs %}\n{% tab title="Mac" %}\nText\n{% endtab %}\n{% endtabs %}\n\n{% mystery %}',
    ".gitbook/assets/a b.png": await picture("png", 8, 8),
    ".git/config": "x",
  });
  const { texts, told, shelves } = await throughAndThrough();
  expect(texts).toEqual({
    Hello: "[one](<One>) ![](</files/a%20b.png>)",
    One: "> [!NOTE]\n> Mind `{% raw %}`.\n\n\n[two.md](<Two>)\n",
    Two: "\n**Mac**\nText\n\n\n\n{% mystery %}",
  });
  expect(shelves).toEqual(["Start: Two, One"]);
  expect(told).toEqual(["README.md:3 kept cover", "start/two.md:7 unknown {% mystery %}"]);
});

test("MkDocs: its order, admonitions, what is folded, pictures by the finished page's address", async () => {
  write({
    "mkdocs.yml":
      "site_name: X\nnav:\n  - Home: index.md\n  - Guides:\n      - guides/second.md\n      - First one: guides/first.md\n",
    "docs/index.md": "# Home\n\n[first](guides/first/#part) <img src='../img/a.png'>",
    "docs/guides/first.md":
      'First\n=====\n\n!!! tip "Say: it"\n\n    Text\n\n        code\n\n    ```\n    !!! note\n    ```\nAfter\n\n??? question\n    Folded',
    "docs/guides/second.md": "---\ntitle: Second\n---\n# Second #\n\n[home](../index.md) [ref]\n\n[ref]: first.md\n",
    "docs/img/a.png": await picture("png", 8, 8),
  });
  const { texts, told, shelves } = await throughAndThrough();
  expect(texts).toEqual({
    Home: "[first](<First>#part) <img src='/files/a.png'>",
    First:
      "> [!TIP]\n> **Say: it**\n>\n> Text\n>\n>     code\n>\n> ```\n> !!! note\n> ```\n\nAfter\n\n<details>\n<summary>question</summary>\n\nFolded\n\n</details>",
    Second: "[home](<Home>) [ref]\n\n[ref]: <First>\n",
  });
  expect(shelves).toEqual(["Guides: Second, First"]);
  expect(told).toEqual([]);
});

test("Hugo and Jekyll: TOML, dates, lists and nested keys, sections, shortcodes, old addresses, what is not published", async () => {
  write({
    "content/faq/_index.md": '+++\ntitle = "Questions"\nweight = 2\ndescription = "All of them."\n+++\n',
    "content/faq/toml.md":
      '+++\ntitle = "In: TOML"\nweight = 4\ndate = 2024-01-02T03:04:05Z\ntags = ["a",\n  "b"]\naliases = ["/old/toml/"]\n[params]\n  x = 1\n+++\n\n[yaml]({{< ref "yaml.md" >}}) {{< figure src="/a.svg" alt="A [b]" >}}\n\n{{% notice warning "T" %}}\nText\n{{% /notice %}}\n',
    "content/faq/yaml.md":
      "---\ntitle: How long: the answer\ndate: 2024-01-02\nlast:\n  by: me # who\n---\n[old](https://old.example/old/toml#x) [link]({% link _docs/jekyll.md %}) [gone](https://old.example/nowhere/at/all) [else](https://else.example/old/toml)",
    "_docs/jekyll.md":
      "---\nlayout: page\ntitle: Jekyll\nnav_order: 1\npermalink: https://old.example/j.html\npublished: false\n---\n{% highlight ruby %}\n[x](y.md)\n{% endhighlight %}\n[a]({{ site.baseurl }}/faq/toml.html)",
    "static/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  });
  const { texts, told, shelves, out } = await throughAndThrough();
  expect(texts).toEqual({
    "In: TOML": "[yaml](<How long: the answer>) ![A \\[b\\]](</files/a.svg>)\n\n> [!WARNING]\n> **T**\n>\n> Text\n",
    "How long: the answer":
      "[old](<In: TOML>#x) [link](<Jekyll>) [gone](https://old.example/nowhere/at/all) [else](https://else.example/old/toml)",
    Jekyll: "```ruby\n[x](y.md)\n```\n[a](<In: TOML>)",
  });
  expect(shelves).toEqual(["Questions: How long: the answer, In: TOML"]);
  expect(told.filter((line) => !line.includes(" kept "))).toEqual([
    "_docs/jekyll.md:6 unsure published: false",
    "content/faq/toml.md:12 no-picture /a.svg",
    "content/faq/yaml.md:7 missing https://old.example/nowhere/at/all",
  ]);
  expect((await rows()).map(({ slug, state }) => [slug, state])).toEqual([
    ["how-long-the-answer", "published"],
    ["in-toml", "published"],
    ["jekyll", "draft"],
  ]);
  expect(String(out["Questions/in-toml.md"])).toContain("\nparams:\n  x: 1\n---\n");
  expect(String(out["Questions/how-long-the-answer.md"])).toContain("\nlast:\n  by: me # who\n");
});

test("a wiki: links by title, either way round, to headings, and pictures", async () => {
  write({
    "Home.md":
      "[[Getting Started]] [[the start|Getting Started]] [[Getting-Started#First steps|there]] [[No Page]] [[x]](y) `[[Home]]` ![[a.png]]",
    "Getting-Started.md": "[[Home]]",
    "_Sidebar.md": "* [[Getting Started]]\n* [[Home]]",
    "images/a.png": await picture("png", 8, 8),
  });
  const { texts, told } = await throughAndThrough();
  expect(texts).toEqual({
    Home: "[Getting Started](<Getting Started>) [the start](<Getting Started>) [there](<Getting Started>#first-steps) [[No Page]] [[x]](y) `[[Home]]` ![a.png](/files/a.png)",
    "Getting Started": "[Home](<Home>)",
  });
  expect(told).toEqual(["Home.md:1 missing No Page", "Home.md:1 missing y"]);
  expect((await rows()).map(({ title, position }) => [title, position])).toEqual([
    ["Getting Started", 1],
    ["Home", 2],
  ]);
});

test("files of every editor: marks, line ends and letters of Windows; empty ones and those that are no text", async () => {
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  write({
    "a.md": "\ufeff---\r\ntitle: Mark\r\n---\r\nOne\r\nTwo\r\n",
    "b.md": utf16("# Ünïcode\r\n\r\nText"),
    "c.md": utf16("# Other end\n\nText").swap16(),
    "d.md": Buffer.from("# Café\n\nna\u00efve", "latin1"),
    "e.md": Buffer.from([1, 2, 3, 255]),
    "empty.md": "",
    "two words.md": "[a](two%20words.md) [b](two words.md) [c](nothing here.md)",
    "empty folder/.keep": "",
    "Thumbs.db": "x",
  });
  const { texts, told } = await throughAndThrough();
  expect(texts).toEqual({
    Mark: "One\nTwo\n",
    Ünïcode: "Text",
    "Other end": "Text",
    Café: "naïve",
    Empty: "",
    "two words": "[a](<two words>) [b](<two words>) [c](nothing here.md)",
  });
  expect(told).toEqual([
    "d.md guessed d.md",
    "e.md no-text e.md",
    "empty.md empty empty.md",
    "two words.md:1 missing nothing here.md",
  ]);
  expect((await rows()).find(({ title }) => title === "Empty")?.state).toBe("draft");
});

test("what a folder on a disk may hold besides: links, names that are no text, names of one title, depths, long texts", async () => {
  const outside = mkdtempSync(join(tmpdir(), "mintreu-outside-"));
  write({ "secret.md": "# Secret" }, outside);
  const deep = Array.from({ length: 40 }, (_, level) => `level ${level}`).join("/");
  write({
    "a/one.md": "# Same\n\n[b](../b/ONE.md) [up](../../secret.md) [shelf](../b/)",
    "b/one.md": "---\nslug: same\n---\n# Same\n\n![a](huge.png)",
    [`${deep}/deep.md`]: "# Deep\n\nText",
    "long.md": `# Long\n\n${"Two megabytes. ".repeat(140_000)}`,
    "b/huge.png": Buffer.concat([
      (await picture("png", 8, 8)).subarray(0, 16),
      Buffer.from("7fffffff7fffffff", "hex"),
      Buffer.alloc(99),
    ]),
    "notes.docx": "PK",
  });
  symlinkSync(join(outside, "secret.md"), join(folder, "linked.md"));
  symlinkSync(outside, join(folder, "linked"));
  symlinkSync(folder, join(folder, "round"));
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(".md")]), "# Café");
  const { told, shelves } = await throughAndThrough();
  rmSync(outside, { recursive: true });
  expect((await rows()).map(({ title, slug }) => [title, slug])).toEqual([
    ["Deep", "deep"],
    ["Same", "same"],
    ["Same", "same-2"],
  ]);
  expect(shelves.length).toBe(4);
  expect(told).toEqual([
    "a/one.md:3 missing ../../secret.md",
    "b/one.md taken same",
    "b/one.md:6 refused huge.png",
    "caf\ufffd.md unreadable caf\ufffd.md",
    "linked symlink linked",
    "linked.md symlink linked.md",
    "long.md too-big long.md",
    "notes.docx unused notes.docx",
    "round symlink round",
  ]);
});

test("hundreds of files come in, and a second time nothing", async () => {
  const many = Array.from({ length: 600 }, (_, i) => [
    `s${i % 40}/${i}.md`,
    `---\nstate: draft\n---\n# Number ${i}\n\n[next](../s${(i + 1) % 40}/${i + 1}.md)`,
  ]);
  write(Object.fromEntries(many));
  const first = await imports();
  expect([first.added, first.collections, first.problems.length]).toEqual([600, 40, 1]);
  expect(await imports()).toMatchObject({ added: 0, changed: 0, same: 600, collections: 0 });
}, 60_000);
