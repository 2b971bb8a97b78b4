import { beforeAll, expect, test } from "vitest";
import { renderMarkdown, renderPreview } from "./render.ts";
import { MAX_BODY } from "./schema.ts";

const fill = (text: string) => text.repeat(Math.ceil(MAX_BODY / text.length)).slice(0, MAX_BODY);

/** Texts as long as an article may be, each made to keep a Markdown reader, an HTML parser or a highlighter busy. */
const HOSTILE: Record<string, string> = {
  ...{
    "quotes in quotes": fill("> "),
    "open links": fill("[a]("),
    "open emphasis": fill("*a_"),
    "open code": fill("`a``b"),
  },
  ...{ "open tags": fill("<a "), "elements in elements": fill("<div>"), "formatting in formatting": fill("<b><i>") },
  ...{
    "tables in tables": fill("<table>"),
    definitions: fill("[a]: x\n"),
    footnotes: fill("[^a]"),
    mails: fill("a@b.c "),
  },
  "a long address a thousand times over": `[a]: http://x/${"y".repeat(MAX_BODY / 2)}\n\n${"[a]".repeat(30_000)}`,
  "code that a highlighter backtracks on": `\`\`\`perl\n${fill("m{(").slice(20)}\n\`\`\``,
};

// The thread is there before the first is measured, as it is in a server that runs.
beforeAll(async () => void (await renderMarkdown("warm")));

test.each(Object.entries(HOSTILE))(
  "%s do not keep the server from answering",
  { timeout: 30_000 },
  async (_name, text) => {
    const before = process.threadCpuUsage();
    const { html } = await renderMarkdown(text);
    // All that this thread computed meanwhile; how long it waited says more of the machine than of us.
    const { user, system } = process.threadCpuUsage(before);
    expect(html.length).toBeLessThanOrEqual(2_000_000);
    expect((user + system) / 1000).toBeLessThan(200);
  },
);

test("an article is rendered as ever after a hostile one", { timeout: 30_000 }, async () => {
  const [hostile, ordinary] = await Promise.all([renderMarkdown(fill("> ")), renderMarkdown("# Ordinary")]);
  expect(hostile.html).toMatch(/^<pre class="as-typed" tabindex="0">&gt; /);
  expect(ordinary.headings).toEqual([{ id: "section-ordinary", text: "Ordinary", level: 2 }]);
});

test("what somebody tries out keeps nobody from publishing", { timeout: 30_000 }, async () => {
  await renderPreview("warm");
  let tried = false;
  const trying = renderPreview(fill("> ")).then(() => {
    tried = true;
  });
  await renderMarkdown("# Ordinary");
  expect(tried).toBe(false);
  await trying;
});
