import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** 1 to 6 for a heading; 0 for every other element. */
export function levelOf({ tagName }: Element): number {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0;
}

/** Makes the outermost headings of level 2, below the article's title, and leaves no level out on the way down. */
export function levelHeadings(tree: Root): void {
  const open: number[] = [];
  visit(tree, "element", (element) => {
    const written = levelOf(element);
    if (!written) return;
    while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    element.tagName = `h${Math.min(open.length + 1, 6)}`;
  });
}

/**
 * Puts a link to itself beside every heading that has an anchor: not inside, where it would be read with its name. It is
 * called what the heading is called: what is stored knows no language but the author's.
 */
export function headingLinks(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    const { id } = element.properties;
    if (!levelOf(element) || typeof id !== "string" || !parent || index === undefined) return;
    const sign: Element = {
      type: "element",
      tagName: "a",
      properties: { className: ["anchor"], href: `#${id}`, ariaLabelledBy: [id] },
      children: [{ type: "text", value: "#" }],
    };
    const frame: Element = { type: "element", tagName: "div", properties: { className: ["heading"] }, children: [] };
    frame.children.push(element, sign);
    parent.children[index] = frame;
    return SKIP;
  });
}
