import type { Element, Root, Text } from "hast";
import { visit } from "unist-util-visit";

/** What GitHub calls an alert: a quote whose first line names it. */
const MARK = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*\n?/i;

/** Makes quotes that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` callouts. */
export function callouts() {
  return (tree: Root) => visit(tree, { tagName: "blockquote" }, asCallout);
}

function asCallout(quote: Element): void {
  const paragraph = quote.children.find((child) => child.type === "element");
  const first = paragraph?.tagName === "p" ? paragraph.children[0] : undefined;
  const mark = first?.type === "text" ? MARK.exec(first.value) : null;
  const kind = mark?.[1]?.toLowerCase();
  if (!paragraph || first?.type !== "text" || !mark || !kind) return;
  first.value = first.value.slice(mark[0].length);
  if (first.value === "" && paragraph.children[1]?.type === "element" && paragraph.children[1].tagName === "br") {
    paragraph.children.splice(0, 2);
  }
  const emptied = paragraph.children.every((child) => child.type === "text" && child.value.trim() === "");
  const body = quote.children.filter((child) => !(emptied && child === paragraph));
  // Not an `aside`: that would be a landmark of the page, several without a name.
  quote.tagName = "div";
  quote.properties = { className: ["callout", `callout-${kind}`], role: "note" };
  quote.children = [titleOf(kind), ...body];
}

function titleOf(kind: string): Element {
  const name: Text = { type: "text", value: `${kind[0]?.toUpperCase()}${kind.slice(1)}` };
  return { type: "element", tagName: "p", properties: { className: ["callout-title"] }, children: [name] };
}
