import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { ReadPage } from "./calls.ts";
import { kept, keptHeadings, keptTitle } from "./kept.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

/** The same of a page that is Markdown, as an llms.txt names them. Its HTML is left out. */
export function readMarkdown(markdown: string): ReadPage {
  const { children } = parser.parse(markdown.replace(/^---\n[\s\S]{0,5000}?\n---\n/, ""));
  const headings = children.filter((node) => node.type === "heading");
  const [first] = headings;
  const plain = (node: Nodes) => textOf(node, { includeHtml: false });
  return {
    title: first ? keptTitle(plain(first)) : "",
    headings: keptHeadings(headings.filter((heading) => heading !== first).map(plain)),
    text: kept(
      children
        .map((node) =>
          "children" in node ? node.children.map((child) => plain(child)).join(inner(node)) : plain(node),
        )
        .join("\n"),
    ),
    hidden: false,
  };
}

/** Items and rows stand apart; the words of a line do not. */
function inner({ type }: Nodes): string {
  return type === "list" || type === "table" || type === "blockquote" ? "\n" : "";
}
