import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Puts each table into a frame that scrolls, by keyboard too. */
export function tables(tree: Root): void {
  visit(tree, { tagName: "table" }, (table, index, parent) => {
    if (!parent || index === undefined) return;
    const frame: Element = {
      type: "element",
      tagName: "div",
      properties: { className: ["table-frame"], tabIndex: 0 },
      children: [table],
    };
    parent.children[index] = frame;
    return SKIP;
  });
}
