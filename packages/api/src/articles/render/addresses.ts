import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { anchorOf } from "./anchors.ts";

/** Addresses of articles, whose anchors follow one rule. */
const ARTICLE = /^(\/help\/articles\/[^#]*)#(.+)$/;

/** All that the tree links to and shows, as it was written, each once. */
export function listAddresses(tree: Root): { links: string[]; pictures: string[] } {
  const links = new Set<string>();
  const pictures = new Set<string>();
  visit(tree, "element", ({ properties }) => {
    if (typeof properties.href === "string") links.add(properties.href);
    if (typeof properties.src === "string") pictures.add(properties.src);
  });
  return { links: [...links], pictures: [...pictures] };
}

/** Leads every link to a place of this article, or of another one, to the anchor that the place has. */
export function pointAtAnchors(tree: Root, anchors: ReadonlyMap<string, string>): void {
  visit(tree, { tagName: "a" }, (link) => {
    const { href } = link.properties;
    if (typeof href !== "string") return;
    if (href.startsWith("#") && href.length > 1) {
      const place = decoded(href.slice(1));
      link.properties.href = `#${anchors.get(place) ?? anchorOf(place)}`;
    }
    const [, article, place] = ARTICLE.exec(href) ?? [];
    if (article && place) link.properties.href = `${article}#${anchorOf(decoded(place))}`;
  });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone % is no escape: it stands for itself.
    return fragment;
  }
}
