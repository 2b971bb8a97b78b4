import type { Element, Nodes, Root, RootContent } from "hast";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { ReadPage } from "./calls.ts";
import { kept, keptHeadings, keptTitle } from "./kept.ts";

const parser = unified().use(rehypeParse);

/** What stands around the text of a page, or is not for reading. */
const AROUND = new Set([
  ...["script", "style", "template", "noscript", "svg", "iframe", "object", "nav", "footer", "aside", "form"],
  ...["button", "select", "dialog", "head"],
]);
const ROLES = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);
const HEADINGS = new Set(["h2", "h3", "h4"]);

/** The title, the headings and the main text of a page. */
export function readHtml(html: string): ReadPage {
  const root = parser.parse(html);
  const hidden = all(root, isRobots).some(({ properties }) => /noindex|none/i.test(String(properties.content)));
  const named = all(root, ({ tagName }) => tagName === "title")[0];
  prune(root);
  const main = mainOf(root);
  const [first] = all(main, ({ tagName }) => tagName === "h1");
  const title = first ? keptTitle(toText(first)) : "";
  return {
    title: title || (named ? keptTitle(toText(named)) : ""),
    headings: keptHeadings(all(main, ({ tagName }) => HEADINGS.has(tagName)).map((heading) => toText(heading))),
    text: kept(toText(main)),
    hidden,
  };
}

function isRobots({ tagName, properties }: Element): boolean {
  return tagName === "meta" && /^(robots|mintreusupportbot)$/i.test(String(properties.name));
}

/** Elements in their order. A loop and no recursion: depth is the writer's to choose. */
function all(from: Nodes, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const open: Nodes[] = [from];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "element" && wanted(node)) found.push(node);
    if ("children" in node) for (let i = node.children.length - 1; i >= 0; i--) push(open, node.children[i]);
  }
  return found;
}

function push(open: Nodes[], node: RootContent | undefined): void {
  if (node) open.push(node);
}

/** Takes out whatever is not text of the page itself. */
function prune(root: Root): void {
  const open: (Root | Element)[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    node.children = (node.children as RootContent[]).filter(
      (child) => child.type !== "element" || !isAround(child),
    ) as typeof node.children;
    for (const child of node.children) if (child.type === "element") open.push(child);
  }
}

function isAround({ tagName, properties }: Element): boolean {
  if (AROUND.has(tagName) || ROLES.has(String(properties.role))) return true;
  if (properties.hidden || properties.ariaHidden === "true") return true;
  // The sign behind a heading that links to itself, of the common generators of documentation.
  return (
    tagName === "a" &&
    [properties.className].flat().some((name) => /^(headerlink|hash-link|header-anchor|anchor)$/.test(String(name)))
  );
}

/** Where a page says that its own text is; else all of it. */
function mainOf(root: Root): Nodes {
  const [main] = all(root, ({ tagName, properties }) => tagName === "main" || properties.role === "main");
  const articles = all(main ?? root, ({ tagName }) => tagName === "article");
  // One article is the page; several are a list of others.
  return (articles.length === 1 ? articles[0] : null) ?? main ?? root;
}
