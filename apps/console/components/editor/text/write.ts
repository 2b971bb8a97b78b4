import type { RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { unified } from "unified";
import { blockFromEditor, isBlank } from "./from-editor.ts";
import type { DocNode } from "./model.ts";

/** How an author writes, where Markdown leaves a choice. */
export interface Manner {
  bullet: "-" | "*" | "+";
  emphasis: "*" | "_";
  /** Numbers count up, rather than being 1 each time. */
  counts: boolean;
}

/** Takes an author's manner from what they wrote. */
export function mannerOf(markdown: string): Manner {
  const bullet = /^[ \t>]*([-*+])[ \t]+\S/m.exec(markdown)?.[1];
  const dashes = bullet === "*" || bullet === "+" ? bullet : "-";
  const emphasis = /(?<![\w*])\*(?![\s*])[^*\n]+\*(?!\*)/.test(markdown) && !/(?<!\w)_[^_\n]+_(?!\w)/.test(markdown);
  const ones = (markdown.match(/^[ \t>]*1\.[ \t]/gm) ?? []).length > 1 && !/^[ \t>]*2\.[ \t]/m.test(markdown);
  return { bullet: dashes, emphasis: emphasis ? "*" : "_", counts: !ones };
}

/** Writes one of the editor's blocks as Markdown; empty for a line without anything on it. */
export function writeBlock(node: DocNode, manner: Manner): string {
  const block = blockFromEditor(node);
  if (isBlank(block)) return "";
  return writeNodes([block], manner);
}

function writeNodes(children: RootContent[], { bullet, emphasis, counts }: Manner): string {
  const options: Options = {
    ...{ bullet, emphasis, strong: "*", fences: true, rule: "-", listItemIndent: "one", incrementListMarker: counts },
    ...{ bulletOther: bullet === "-" ? "*" : "-", tightDefinitions: true },
  };
  const writer = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, options);
  return writer.stringify({ type: "root", children }).replace(/\n+$/, "");
}
