import type { Element, Root, Text } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { levelOf } from "./headings.ts";

/** Of kramdown and Pandoc, such as `{#by-card}` and `{.wide .quiet}`. */
const LIST = String.raw`\{((?:[#.][\w:-]{1,100} ?){1,8})\}`;
const FIRST = new RegExp(`^${LIST}`);
const LAST = new RegExp(`\\s*${LIST}\\s*$`);

/**
 * Takes out the attributes that other Markdown writes in braces behind a heading, a link or a picture, or on a line of their
 * own. A heading keeps its name, so that links lead to it; how something looks is ours.
 *
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function attributeLists() {
  return (tree: Root) =>
    visit(tree, "element", (element) => {
      if (element.tagName === "code" || element.tagName === "pre") return SKIP;
      if (levelOf(element)) nameHeading(element);
      else if (/^(p|li|td|th)$/.test(element.tagName)) dropLast(element);
      dropAfterLinks(element);
    });
}

function nameHeading(heading: Element): void {
  const last = heading.children.at(-1);
  const found = last?.type === "text" ? LAST.exec(last.value) : null;
  if (last?.type !== "text" || !found) return;
  last.value = last.value.slice(0, found.index);
  const name = found[1]?.match(/#([\w:-]+)/)?.[1];
  if (name) heading.properties.id ??= name;
}

/** On a line of its own, at the end of what it is about. */
function dropLast(element: Element): void {
  const last = element.children.at(-1);
  const found = last?.type === "text" ? LAST.exec(last.value) : null;
  if (last?.type !== "text" || !found) return;
  const isLine = found[0].trimStart() !== found[0] ? found[0].includes("\n") : found.index === 0;
  if (isLine) last.value = last.value.slice(0, found.index);
}

function dropAfterLinks({ children }: Element): void {
  for (const [index, child] of children.entries()) {
    const before = children[index - 1];
    if (child.type !== "text" || before?.type !== "element" || !/^(a|img|strong|em)$/.test(before.tagName)) continue;
    const text: Text = child;
    text.value = text.value.replace(FIRST, "");
  }
}
