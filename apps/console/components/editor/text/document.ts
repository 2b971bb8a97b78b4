import { type Block, type Blocks, splitBlocks } from "./blocks.ts";
import type { DocNode } from "./model.ts";
import { NotShown } from "./model.ts";
import { parse } from "./parse.ts";
import { blockToEditor } from "./to-editor.ts";
import { type Manner, mannerOf, writeBlock } from "./write.ts";

/** A text as the editor has it: a node for each block, and what the block was written as. */
export interface Reading {
  nodes: DocNode[];
  blocks: Block[];
  tail: string;
  /** "\n" or "\r\n". */
  lineEnd: string;
  manner: Manner;
}

/** Stands between two blocks that would be one without it. */
const PARTED = "<!-- -->";

/**
 * Reads Markdown for the editor. Only a block that the editor shows whole, and would write so that it reads the same, is
 * shown as what it is; every other is text to edit.
 */
export function readDocument(markdown: string): Reading {
  const split = splitBlocks(markdown);
  const manner = mannerOf(markdown);
  const nodes: DocNode[] = [];
  const blocks: Block[] = [];
  for (const block of split.blocks) {
    const node = shown(block, { markdown, split, manner }) ?? asSource(block.source);
    const before = blocks.at(-1);
    if (before && node.type === "sourceBlock" && nodes.at(-1)?.type === "sourceBlock") {
      before.source += block.gap + block.source;
      before.nodes.push(...block.nodes);
      nodes[nodes.length - 1] = asSource(before.source);
    } else {
      nodes.push(node);
      blocks.push(block);
    }
  }
  return { nodes, blocks, tail: split.tail, lineEnd: markdown.includes("\r\n") ? "\r\n" : "\n", manner };
}

function asSource(source: string): DocNode {
  return { type: "sourceBlock", attrs: { source } };
}

interface Whole {
  markdown: string;
  split: Blocks;
  manner: Manner;
}

function shown({ nodes }: Block, { markdown, split, manner }: Whole): DocNode | null {
  const [node] = nodes;
  if (!node || node.type === "html") return null;
  try {
    const read = blockToEditor(node, markdown);
    const written = `${writeBlock(read, manner)}\n\n${split.definitions}`;
    const [again] = parse(written).children;
    return again && JSON.stringify(blockToEditor(again, written)) === JSON.stringify(read) ? read : null;
  } catch (error) {
    if (error instanceof NotShown) return null;
    throw error;
  }
}

/** Writes what the editor holds now. Blocks that are as they were read come out byte for byte as they were. */
export function writeDocument(nodes: readonly DocNode[], reading: Reading): string {
  const origins = originsOf(nodes, reading.nodes);
  const parts = nodes
    .map((node, place) => partOf(node, { origin: origins[place], reading }))
    .filter(({ text }) => text !== "");
  let out = reading.blocks[0]?.gap ?? "";
  parts.forEach((part, place) => {
    const before = parts[place - 1];
    out += (before ? gapBetween(before, part, reading) : "") + part.text;
  });
  return out + reading.tail;
}

interface Part {
  text: string;
  /** The block that it was read from and still is. */
  origin: number | undefined;
}

function partOf(node: DocNode, { origin, reading }: { origin: number | undefined; reading: Reading }): Part {
  const block = origin === undefined ? undefined : reading.blocks[origin];
  if (block) return { text: block.source, origin };
  const text = node.type === "sourceBlock" ? String(node.attrs?.source ?? "") : writeBlock(node, reading.manner);
  return { text: text.replace(/\r?\n/g, reading.lineEnd), origin: undefined };
}

/** Which block each node is: from the start and from the end as long as they are the same, then wherever the same is. */
function originsOf(now: readonly DocNode[], read: readonly DocNode[]): (number | undefined)[] {
  const keys = now.map((node) => JSON.stringify(node));
  const known = read.map((node) => JSON.stringify(node));
  const origins: (number | undefined)[] = keys.map(() => undefined);
  let start = 0;
  while (start < keys.length && start < known.length && keys[start] === known[start]) {
    origins[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < Math.min(keys.length, known.length) - start && keys.at(-1 - end) === known.at(-1 - end)) {
    origins[keys.length - 1 - end] = known.length - 1 - end;
    end += 1;
  }
  const rest = new Map<string, number[]>();
  for (let i = start; i < known.length - end; i++) {
    const key = known[i] ?? "";
    rest.set(key, [...(rest.get(key) ?? []), i]);
  }
  for (let i = start; i < keys.length - end; i++) origins[i] = rest.get(keys[i] ?? "")?.shift();
  return origins;
}

function gapBetween(before: Part, after: Part, { blocks, lineEnd }: Reading): string {
  const { origin: a } = before;
  const { origin: b } = after;
  const original =
    b === undefined ? (a === undefined ? undefined : blocks[a + 1]?.gap) : b > 0 ? blocks[b]?.gap : undefined;
  if (a !== undefined && b === a + 1 && original !== undefined) return original;
  const blank = lineEnd + lineEnd;
  const gaps = [...(original?.includes("\n") ? [original] : []), blank];
  return gaps.find((gap) => areApart(before.text + gap, after.text)) ?? `${blank}${PARTED}${blank}`;
}

/** Whether a text that follows another begins a block of its own there. */
function areApart(before: string, after: string): boolean {
  return splitBlocks(before + after).blocks.reduce(
    ({ at, found }, { gap, source }) => ({
      at: at + gap.length + source.length,
      found: found || at + gap.length === before.length,
    }),
    { at: 0, found: false },
  ).found;
}
