import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent, Table } from "mdast";
import { inlineToEditor } from "./inline-to-editor.ts";
import { type DocNode, NotShown } from "./model.ts";

/** What a quote begins with that is a callout; and what parts that from its text. */
const CALLOUT = /^(\[!(note|tip|important|warning|caution)\])[ \t]*(\n|$)?/i;

/**
 * The editor's node for a block of Markdown.
 *
 * @throws NotShown for what the editor has no form for.
 */
export function blockToEditor(node: RootContent | BlockContent | DefinitionContent, source: string): DocNode {
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", ...contentOf(inlineToEditor(node.children, source)) };
    case "heading":
      return { type: "heading", attrs: { level: node.depth }, ...contentOf(inlineToEditor(node.children, source)) };
    case "thematicBreak":
      return { type: "horizontalRule" };
    case "code":
      return {
        type: "codeBlock",
        attrs: { language: node.lang ?? null, meta: node.meta ?? null },
        ...contentOf(node.value === "" ? [] : [{ type: "text", text: node.value }]),
      };
    case "blockquote":
      return calloutOf(node.children, source) ?? { type: "blockquote", content: within(node.children, source) };
    case "list":
      return listOf(node, source);
    case "table":
      return tableOf(node, source);
    case "html":
      return { type: "sourceBlock", attrs: { source: node.value } };
    default:
      throw new NotShown(node.type);
  }
}

function within(nodes: readonly (BlockContent | DefinitionContent)[], source: string): DocNode[] {
  const made = nodes.map((node) => blockToEditor(node, source));
  // The editor always has a line to write on.
  return made.length > 0 ? made : [{ type: "paragraph" }];
}

function calloutOf(nodes: readonly (BlockContent | DefinitionContent)[], source: string): DocNode | null {
  const [first, ...rest] = nodes;
  const start = first?.type === "paragraph" ? first.children[0] : undefined;
  const [whole, label, kind, line] = (start?.type === "text" && CALLOUT.exec(start.value)) || [];
  if (first?.type !== "paragraph" || start?.type !== "text" || !label || !kind || whole === undefined) return null;
  const value = start.value.slice(whole.length);
  const children = [...(value === "" ? [] : [{ ...start, value }]), ...first.children.slice(1)];
  const alone = children.length === 0;
  // A break by two spaces or a backslash right after it.
  if (children[0]?.type === "break") return null;
  const attrs = { kind: kind.toLowerCase(), label, join: alone ? "blank" : line === "\n" ? "line" : "space" };
  const begun: Paragraph[] = alone ? [] : [{ ...first, children }];
  return { type: "callout", attrs, content: within([...begun, ...rest], source) };
}

function listOf(list: List, source: string): DocNode {
  const attrs = list.ordered
    ? { start: list.start ?? 1, spread: list.spread ?? false }
    : { spread: list.spread ?? false };
  const content = list.children.map((item) => itemOf(item, source));
  return { type: list.ordered ? "orderedList" : "bulletList", attrs, content };
}

function itemOf(item: ListItem, source: string): DocNode {
  const attrs = { spread: item.spread ?? false, checked: item.checked ?? null };
  return { type: "listItem", attrs, content: within(item.children, source) };
}

function tableOf(table: Table, source: string): DocNode {
  const columns = Math.max(...table.children.map((row) => row.children.length), table.align?.length ?? 0);
  const rows = table.children.map((row, place): DocNode => {
    const cells = Array.from({ length: columns }, (_, column): DocNode => {
      const attrs = { align: table.align?.[column] ?? null };
      const inline = inlineToEditor(row.children[column]?.children ?? [], source);
      const type = place === 0 ? "tableHeader" : "tableCell";
      return { type, attrs, content: [{ type: "paragraph", ...contentOf(inline) }] };
    });
    return { type: "tableRow", content: cells };
  });
  return { type: "table", content: rows };
}

function contentOf(content: DocNode[]): { content?: DocNode[] } {
  return content.length > 0 ? { content } : {};
}
