import type { RootContent } from "mdast";
import { parse } from "./parse.ts";

/** A part of a text between blank lines: one paragraph, one list, one table. */
export interface Block {
  /** Exactly as it is written. */
  source: string;
  /** What stands between the block before and this one; for the first, what the text begins with. */
  gap: string;
  /** What it is made of: one thing, or several that are shown as their source. */
  nodes: RootContent[];
}

/** A text in parts, which put together are the text again, byte for byte. */
export interface Blocks {
  blocks: Block[];
  /** What follows the last block. */
  tail: string;
  /** Every definition that links and footnotes of other blocks need. */
  definitions: string;
}

/** Takes a text apart. Nothing is lost: gaps, blocks and tail are the text. */
export function splitBlocks(markdown: string): Blocks {
  const blocks: Block[] = [];
  const definitions: string[] = [];
  let end = 0;
  for (const node of parse(markdown).children) {
    const from = startOfLine(markdown, node.position?.start.offset ?? end);
    const to = node.position?.end.offset ?? from;
    const source = markdown.slice(from, to);
    if (node.type === "definition" || node.type === "footnoteDefinition") definitions.push(source);
    blocks.push({ source, gap: markdown.slice(end, from), nodes: [node] });
    end = to;
  }
  return { blocks, tail: markdown.slice(end), definitions: definitions.join("\n\n") };
}

/** Indentation belongs to the block: by itself it would be read as something else. */
function startOfLine(markdown: string, offset: number): number {
  const start = markdown.lastIndexOf("\n", offset - 1) + 1;
  return markdown.slice(start, offset).trim() === "" ? start : offset;
}
