import type { PhrasingContent } from "mdast";
import type { DocMark, DocNode } from "./model.ts";

/** The Markdown of a line in the editor: marks become what surrounds the text. */
export function inlineFromEditor(nodes: readonly DocNode[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let at = 0;
  while (at < nodes.length) {
    const [mark, length] = longestMark(nodes, at);
    const inside = nodes.slice(at, at + length);
    const plain = nodes[at];
    if (mark) out.push(...wrap(mark, inside));
    else if (plain) out.push(leaf(plain));
    at += length;
  }
  return out;
}

/** The mark that begins here and lasts longest; `code` is never it, because nothing can be inside. */
function longestMark(nodes: readonly DocNode[], at: number): [DocMark | null, number] {
  let best: [DocMark | null, number] = [null, 1];
  for (const mark of nodes[at]?.marks ?? []) {
    if (mark.type === "code") continue;
    let end = at + 1;
    while (end < nodes.length && has(nodes[end], mark)) end += 1;
    if (best[0] === null || end - at > best[1]) best = [mark, end - at];
  }
  return best;
}

function wrap(mark: DocMark, nodes: readonly DocNode[]): PhrasingContent[] {
  const inner = nodes.map((node) => without(node, mark));
  if (mark.type === "link") {
    const url = String(mark.attrs?.href ?? "");
    const title = typeof mark.attrs?.title === "string" ? mark.attrs.title : null;
    return [{ type: "link", url, title, children: inlineFromEditor(inner) }];
  }
  if (mark.type === "kbd") {
    return [{ type: "html", value: "<kbd>" }, ...inlineFromEditor(inner), { type: "html", value: "</kbd>" }];
  }
  const type = mark.type === "bold" ? "strong" : mark.type === "italic" ? "emphasis" : "delete";
  // Spaces at the edge of what is bold would make it not bold at all: they go outside.
  const { before, within, after } = withoutEdges(inner);
  const children = inlineFromEditor(within);
  const space = (value: string): PhrasingContent[] => (value === "" ? [] : [{ type: "text", value }]);
  return [...space(before), ...(children.length > 0 ? [{ type, children } as PhrasingContent] : []), ...space(after)];
}

function withoutEdges(nodes: readonly DocNode[]): { before: string; within: DocNode[]; after: string } {
  const within = [...nodes];
  const first = within[0];
  let before = "";
  if (isText(first)) {
    before = /^\s*/.exec(first.text)?.[0] ?? "";
    within[0] = { ...first, text: first.text.slice(before.length) };
  }
  const last = within.at(-1);
  let after = "";
  if (isText(last)) {
    after = /\s*$/.exec(last.text)?.[0] ?? "";
    within[within.length - 1] = { ...last, text: last.text.slice(0, last.text.length - after.length) };
  }
  return { before, within: within.filter((node) => node.type !== "text" || node.text !== ""), after };
}

function isText(node: DocNode | undefined): node is DocNode & { text: string } {
  return node?.type === "text" && node.text !== undefined && !has(node, { type: "code" });
}

function leaf(node: DocNode): PhrasingContent {
  if (node.type === "image") {
    const { src, alt, title } = node.attrs ?? {};
    return {
      type: "image",
      url: String(src ?? ""),
      alt: String(alt ?? ""),
      title: typeof title === "string" ? title : null,
    };
  }
  if (node.type === "hardBreak") return { type: "break" };
  if (node.type === "sourceInline") return { type: "html", value: String(node.attrs?.source ?? "") };
  if (has(node, { type: "code" })) return { type: "inlineCode", value: node.text ?? "" };
  return { type: "text", value: node.text ?? "" };
}

function has(node: DocNode | undefined, mark: DocMark): boolean {
  return (node?.marks ?? []).some((each) => each.type === mark.type && same(each.attrs, mark.attrs));
}

function without(node: DocNode, mark: DocMark): DocNode {
  return { ...node, marks: (node.marks ?? []).filter((each) => each.type !== mark.type) };
}

function same(a: DocMark["attrs"], b: DocMark["attrs"]): boolean {
  return a?.href === b?.href && (a?.title ?? null) === (b?.title ?? null);
}
