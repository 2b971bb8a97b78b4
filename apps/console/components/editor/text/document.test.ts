import { describe, expect, test } from "vitest";
import { closeText, openText } from "../rich/document-of.ts";
import { corpus } from "../testing/corpus.ts";
import { articleSchema } from "../testing/schema.ts";
import { splitBlocks } from "./blocks.ts";
import type { DocNode } from "./model.ts";

const ODD: Record<string, string> = {
  nothing: "",
  "blank lines": "\n\n  \n",
  "Windows lines": "# One\r\n\r\nTwo  \r\nthree\r\n\r\n* a\r\n* b\r\n",
  "a heading right above its text": "# One\ntext\n## Two\nmore",
  "setext headings": "One\n===\n\nTwo\n---\n",
  "lists of every kind": "* a\n* b\n\n1) x\n2) y\n\n- [ ] open\n- [x] done\n\n+ loose\n\n+ list\n",
  "numbers that do not count": "1. a\n1. b\n\n3. c\n4. d\n",
  "code in lists": "1. do\n\n   ```sh\n   run\n   ```\n\n   then\n\n       indented\n",
  "emphasis of every kind": "*a* _b_ **c** __d__ ***e*** ~~f~~ `g` **`h`** [**i**](u)\n",
  "references and footnotes": '[a][b] and ![c][b] and [^1]\n\n[b]: https://b.example "B"\n[^1]: Note.\n',
  "HTML of every kind": '<div class="x">\n\n*a* <b>b</b><br>c <kbd>Ctrl</kbd>\n\n</div>\n\n<!-- a comment -->\n',
  callouts: "> [!NOTE]\n> a\n\n> [!tip] b\n\n> [!WARNING]\n>\n> c\n\n> [!CAUTION]\n> - d\n\n> quote\n",
  tables: "|a|b|\n|:-|-:|\n|1|2|\n\na | b\n- | -\n`x\\|y` | <br>z\n1 |\n",
  "signs that mean nothing": "1\\. \\* \\_ a_b_c 2 * 3 * 4 <notatag> &amp; &copy; [x] \\[y] https://a.example\n",
  "everything at once": "   # a   \nb\\\nc\n***\n> - a\n>   > b\n",
};

const whole = corpus();
const texts = [...Object.entries(ODD), ...whole];

test.skipIf(whole.length === 0)("the whole help centre is here", () => {
  expect(whole.length).toBe(414);
});

test.each(texts)("what is opened and closed is the same, byte for byte: %s", (_name, markdown) => {
  const { content, reading } = openText(markdown, articleSchema);
  const doc = articleSchema.nodeFromJSON(content);
  expect(closeText(doc, reading)).toBe(markdown);
});

describe("a change of one block changes no other", () => {
  test.each(texts)("%s", (_name, markdown) => {
    const { content, reading } = openText(markdown, articleSchema);
    const nodes: DocNode[] = content.content as DocNode[];
    const all = nodes.map((node, place) => ({ node, place })).filter(({ node }) => changed(node) !== node);
    // Of each article the first, the last and one between.
    const chosen = all.filter((_, i) => i === 0 || i === all.length - 1 || i === Math.floor(all.length / 2));
    for (const { place } of chosen) {
      const next = nodes.map((node, i) => (i === place ? changed(node) : node));
      const written = closeText(articleSchema.nodeFromJSON({ type: "doc", content: next }), reading);
      expect(written).toContain("CHANGED");
      const before = reading.blocks.map(({ source }) => source);
      const start = before
        .slice(0, place)
        .reduce((sum, source, i) => sum + (reading.blocks[i]?.gap.length ?? 0) + source.length, 0);
      expect(written.slice(0, start)).toBe(markdown.slice(0, start));
      const rest = reading.blocks.slice(place + 1).map(({ gap, source }) => gap + source);
      const end = rest.join("").length + reading.tail.length - (reading.blocks[place + 1]?.gap.length ?? 0);
      expect(written.slice(written.length - end)).toBe(markdown.slice(markdown.length - end));
      expect(splitBlocks(written).blocks.some(({ source }) => source.includes("CHANGED"))).toBe(true);
    }
  });
});

test("what is written anew reads the same", () => {
  // Opening does this for every block by itself; here it is seen from outside, on every tenth article.
  for (const [name, markdown] of texts.filter((_, i) => i < Object.keys(ODD).length || i % 10 === 0)) {
    const { reading } = openText(markdown, articleSchema);
    const shown = reading.nodes.filter(({ type }) => type !== "sourceBlock");
    for (const node of shown) {
      const fresh = openText("", articleSchema).reading;
      const written = closeText(articleSchema.nodeFromJSON({ type: "doc", content: [node] }), fresh);
      if (/\[\^|\]\[/.test(written)) continue;
      const again = openText(written, articleSchema).reading.nodes;
      expect(again, `${name}: ${written}`).toEqual([node]);
    }
  }
});

/** The node with a word more at its start; itself where there is none. */
function changed(node: DocNode): DocNode {
  if (node.type === "text" && !node.marks?.some(({ type }) => type === "code"))
    return { ...node, text: `CHANGED ${node.text}` };
  for (const [place, child] of (node.content ?? []).entries()) {
    const next = changed(child);
    if (next !== child) return { ...node, content: node.content?.with(place, next) ?? [] };
  }
  return node;
}
