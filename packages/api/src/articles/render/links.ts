import type { Root } from "hast";
import { visit } from "unist-util-visit";

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
const HERE = "https://here.invalid/help/articles/";

/** Tells links that lead elsewhere by `rel`. An address that only looks like one of ours is written out. */
export function links(tree: Root): void {
  visit(tree, { tagName: "a" }, ({ properties }) => {
    const { href } = properties;
    if (typeof href !== "string") return;
    const url = URL.canParse(href, HERE) ? new URL(href, HERE) : null;
    if (!url || !SCHEMES.has(url.protocol)) {
      delete properties.href;
    } else if (url.origin !== new URL(HERE).origin) {
      properties.href = url.href;
      properties.rel = ["noopener", "nofollow"];
    }
  });
}
