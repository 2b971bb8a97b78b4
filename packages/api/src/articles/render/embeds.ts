import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

const EMBEDS = new Set(["iframe", "embed", "video", "audio", "object"]);
const HIDES = /display\s*:\s*none/i;

/**
 * Before the allow-list: what shows something of another site becomes a link to it, a check box of a task list a sign, and
 * what is hidden is marked, because the words in it are there to be searched for.
 */
export function withoutEmbeds() {
  return (tree: Root) =>
    visit(tree, "element", (element, index, parent) => {
      if (!parent || index === undefined) return;
      if (element.properties.hidden || HIDES.test(String(element.properties.style ?? ""))) {
        element.properties.dataHidden = "";
      }
      // What anchors were before there were ids.
      if (element.tagName === "a") element.properties.id ??= element.properties.name;
      if (EMBEDS.has(element.tagName)) {
        parent.children[index] = linkTo(element);
        return SKIP;
      }
      if (element.tagName === "input" && element.properties.type === "checkbox") {
        parent.children[index] = { type: "text", value: element.properties.checked ? "☑" : "☐" };
      }
    });
}

/** After the text for search was taken: takes out what is hidden. */
export function withoutHidden(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    if (!parent || index === undefined || element.properties.dataHidden === undefined) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function linkTo(embed: Element): Element {
  const source = embed.children.find((child) => child.type === "element" && child.tagName === "source");
  const inner = source?.type === "element" ? source.properties.src : undefined;
  const address = String(embed.properties.src ?? embed.properties.data ?? inner ?? "");
  const name = String(embed.properties.title ?? address.replace(/^https?:\/\//, ""));
  const children = [{ type: "text" as const, value: name.slice(0, 120) }];
  return { type: "element", tagName: "a", properties: { href: address }, children };
}
