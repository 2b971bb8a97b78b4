import type { PhrasingContent } from "mdast";
import type { DocMark, DocNode } from "./model.ts";

/** Text of a paragraph, a heading or a cell. What has no form in the editor stays as its source in the line. */
export function inlineToEditor(nodes: readonly PhrasingContent[], source: string): DocNode[] {
  return joined(line(nodes, { source, marks: [] }));
}

const BREAK = /^<br\s*\/?>$/i;

interface Around {
  source: string;
  marks: readonly DocMark[];
}

function line(nodes: readonly PhrasingContent[], around: Around): DocNode[] {
  const out: DocNode[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) continue;
    const end = isTag(node, "<kbd>") ? nodes.findIndex((each, place) => place > at && isTag(each, "</kbd>")) : -1;
    if (end > at) {
      out.push(...line(nodes.slice(at + 1, end), { ...around, marks: [...around.marks, { type: "kbd" }] }));
      at = end;
    } else out.push(...one(node, around));
  }
  return out;
}

function isTag(node: PhrasingContent, tag: string): boolean {
  return node.type === "html" && node.value === tag;
}

function one(node: PhrasingContent, around: Around): DocNode[] {
  const { marks, source } = around;
  const inside = (mark: DocMark, children: readonly PhrasingContent[]) =>
    line(children, { source, marks: [...marks, mark] });
  switch (node.type) {
    case "text":
      // A line's end within a paragraph is a space to whoever reads it.
      return node.value === ""
        ? []
        : [marked({ type: "text", text: node.value.replace(/[ \t]*\r?\n[ \t]*/g, " ") }, marks)];
    case "strong":
      return inside({ type: "bold" }, node.children);
    case "emphasis":
      return inside({ type: "italic" }, node.children);
    case "delete":
      return inside({ type: "strike" }, node.children);
    case "inlineCode":
      return [marked({ type: "text", text: node.value }, [...marks, { type: "code" }])];
    case "link":
      return inside({ type: "link", attrs: { href: node.url, title: node.title ?? null } }, node.children);
    case "image":
      return [
        marked({ type: "image", attrs: { src: node.url, alt: node.alt ?? "", title: node.title ?? null } }, marks),
      ];
    case "break":
      return [marked({ type: "hardBreak" }, marks)];
    default: {
      if (node.type === "html" && BREAK.test(node.value)) return [marked({ type: "hardBreak" }, marks)];
      const { start, end } = node.position ?? {};
      const text = node.type === "html" ? node.value : source.slice(start?.offset, end?.offset);
      return [marked({ type: "sourceInline", attrs: { source: text } }, marks)];
    }
  }
}

function marked(node: DocNode, marks: readonly DocMark[]): DocNode {
  if (marks.length === 0) return node;
  // The editor keeps marks in an order of its own, and each once.
  const once = [...new Map(marks.map((mark) => [mark.type, mark])).values()];
  return { ...node, marks: once.sort((a, b) => (a.type < b.type ? -1 : 1)) };
}

/** Neighbours with the same marks are one text in the editor. */
function joined(nodes: readonly DocNode[]): DocNode[] {
  const out: DocNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === "text" && node.type === "text" && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
    } else out.push(node);
  }
  return out;
}
