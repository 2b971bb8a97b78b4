import type { AlignType, BlockContent, List, ListItem, PhrasingContent, RootContent, Table, TableCell } from "mdast";
import { inlineFromEditor } from "./inline-from-editor.ts";
import type { DocNode } from "./model.ts";

/** The Markdown tree of one of the editor's nodes; the opposite of `blockToEditor`. */
export function blockFromEditor(node: DocNode): BlockContent {
  const inline = () => inlineFromEditor(node.content ?? []);
  switch (node.type) {
    case "heading":
      return { type: "heading", depth: depthOf(node), children: inOneLine(inline()) };
    case "horizontalRule":
      return { type: "thematicBreak" };
    case "codeBlock":
      return { type: "code", lang: word(node, "language"), meta: word(node, "meta"), value: textOf(node) };
    case "blockquote":
      return { type: "blockquote", children: blocksFrom(node) };
    case "callout":
      return { type: "blockquote", children: calloutFrom(node) };
    case "bulletList":
    case "orderedList":
      return listFrom(node);
    case "table":
      return tableFrom(node);
    case "sourceBlock":
      return { type: "html", value: word(node, "source") ?? "" };
    default:
      return { type: "paragraph", children: inline() };
  }
}

function blocksFrom(node: DocNode): BlockContent[] {
  return (node.content ?? []).map(blockFromEditor);
}

function calloutFrom(node: DocNode): BlockContent[] {
  const label = word(node, "label") ?? `[!${String(node.attrs?.kind ?? "note").toUpperCase()}]`;
  const [first, ...rest] = blocksFrom(node);
  const join = node.attrs?.join === "space" ? " " : "\n";
  // Written as it is: escaped, it would be words.
  const sign = (text: string): PhrasingContent => ({ type: "html", value: text });
  const blank = node.attrs?.join === "blank" || first?.type !== "paragraph" || first.children.length === 0;
  if (blank || first?.type !== "paragraph") {
    const kept = first && !(first.type === "paragraph" && first.children.length === 0) ? [first] : [];
    return [{ type: "paragraph", children: [sign(label)] }, ...kept, ...rest];
  }
  return [{ ...first, children: [sign(`${label}${join}`), ...first.children] }, ...rest];
}

function listFrom(node: DocNode): List {
  const ordered = node.type === "orderedList";
  const children = (node.content ?? []).map(
    (item): ListItem => ({
      type: "listItem",
      spread: Boolean(item.attrs?.spread),
      checked: typeof item.attrs?.checked === "boolean" ? item.attrs.checked : null,
      children: blocksFrom(item).filter((child) => child.type !== "paragraph" || child.children.length > 0),
    }),
  );
  return {
    ...{ type: "list", ordered, children, spread: Boolean(node.attrs?.spread) },
    ...(ordered ? { start: Number(node.attrs?.start ?? 1) } : {}),
  };
}

function tableFrom(node: DocNode): Table {
  const rows = node.content ?? [];
  const align = (rows[0]?.content ?? []).map((cell) => (cell.attrs?.align ?? null) as AlignType);
  const cellOf = (cell: DocNode): TableCell => ({
    type: "tableCell",
    children: (cell.content ?? []).flatMap((line, place) => [
      ...(place > 0 ? [{ type: "html" as const, value: "<br>" }] : []),
      ...inOneLine(inlineFromEditor(line.content ?? [])),
    ]),
  });
  return {
    type: "table",
    align,
    children: rows.map((row) => ({ type: "tableRow", children: (row.content ?? []).map(cellOf) })),
  };
}

/** Headings and cells have one line: a break in them is a tag. */
function inOneLine(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === "break") return { type: "html", value: "<br>" };
    return "children" in node ? ({ ...node, children: inOneLine(node.children) } as PhrasingContent) : node;
  });
}

function depthOf(node: DocNode): 1 | 2 | 3 | 4 | 5 | 6 {
  const level = Number(node.attrs?.level);
  return level === 1 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 2;
}

function textOf(node: DocNode): string {
  return (node.content ?? []).map(({ text }) => text ?? "").join("");
}

function word(node: DocNode, name: string): string | null {
  const value = node.attrs?.[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Whether a block says nothing at all: a line that was opened and not written on. */
export function isBlank(node: RootContent): boolean {
  return node.type === "paragraph" && node.children.length === 0;
}
