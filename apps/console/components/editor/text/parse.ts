import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** The parser that readers' pages are made with, so that both agree on what a text says. */
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Reads Markdown; every node knows its place in the text. */
export function parse(markdown: string): Root {
  return parser.parse(markdown);
}
