import GithubSlugger, { slug } from "github-slugger";
import type { Element, Root } from "hast";
import { toText } from "hast-util-to-text";
import { visit } from "unist-util-visit";
import type { Heading } from "../reading.ts";
import { levelOf } from "./headings.ts";

/**
 * The anchor for some words, as GitHub makes it. It always has a hyphen, so that no id can stand in for a variable of a
 * script (`window.process`) or for one of the page's own elements, whose ids have none.
 */
export function anchorOf(words: string): string {
  const made = slug(words);
  return made.includes("-") ? made : `section-${made}`;
}

/**
 * Gives every heading its anchor, and makes the author's own ids anew. Headings come first, so that their anchors depend
 * on nothing else.
 *
 * @returns the headings, and where the ids that the author wrote have gone.
 */
export function setAnchors(tree: Root): { headings: Heading[]; anchors: Map<string, string> } {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  const anchors = new Map<string, string>();
  const others: Element[] = [];
  visit(tree, "element", (element) => {
    const level = levelOf(element);
    if (!level) {
      if (element.properties.id !== undefined) others.push(element);
      return;
    }
    const text = toText(element).replace(/\s+/g, " ").trim();
    const id = slugger.slug(anchorOf(text));
    if (typeof element.properties.id === "string") anchors.set(element.properties.id, id);
    element.properties.id = id;
    headings.push({ id, text, level });
  });
  const taken = new Set(headings.map(({ id }) => id));
  for (const element of others) {
    const written = String(element.properties.id);
    const id = anchorOf(written);
    delete element.properties.id;
    if (!anchors.has(written)) anchors.set(written, id);
    if (taken.has(id)) continue;
    element.properties.id = id;
    taken.add(id);
  }
  return { headings, anchors };
}
