/** HTML of an article as the Markdown that a message takes. Pictures become links, headings bold lines: a message has neither. */
export function markdownOf(html: string, base: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return blocksOf(body, base)
    .trim()
    .replace(/\n{3,}/g, "\n\n");
}

function blocksOf(parent: Node, base: string): string {
  return [...parent.childNodes].map((node) => blockOf(node, base)).join("");
}

function blockOf(node: Node, base: string): string {
  if (!(node instanceof Element)) return (node.textContent ?? "").trim() === "" ? "" : inlineOf(node, base);
  switch (node.localName) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return `**${(node.textContent ?? "").trim()}**\n\n`;
    case "p":
      return `${inlinesOf(node, base)}\n\n`;
    case "ul":
    case "ol":
      return `${listOf(node, base)}\n\n`;
    case "pre":
      return `\`\`\`\n${(node.textContent ?? "").replace(/\n$/, "")}\n\`\`\`\n\n`;
    case "blockquote":
      return `${quoted(blocksOf(node, base))}\n\n`;
    case "table":
      return `${tableOf(node, base)}\n\n`;
    case "hr":
      return "---\n\n";
    case "button":
    case "svg":
      return "";
    default:
      return isInline(node) ? inlineOf(node, base) : blocksOf(node, base);
  }
}

const INLINE = new Set([
  "a",
  "strong",
  "b",
  "em",
  "i",
  "code",
  "del",
  "s",
  "br",
  "img",
  "span",
  "kbd",
  "sub",
  "sup",
  "mark",
]);

function isInline(node: Element): boolean {
  return INLINE.has(node.localName);
}

function inlinesOf(parent: Node, base: string): string {
  return [...parent.childNodes]
    .map((node) => inlineOf(node, base))
    .join("")
    .trim();
}

function inlineOf(node: Node, base: string): string {
  if (!(node instanceof Element)) return (node.textContent ?? "").replace(/\s+/g, " ");
  const inside = () => [...node.childNodes].map((child) => inlineOf(child, base)).join("");
  switch (node.localName) {
    case "strong":
    case "b":
      return `**${inside()}**`;
    case "em":
    case "i":
      return `*${inside()}*`;
    case "del":
    case "s":
      return `~~${inside()}~~`;
    case "code":
    case "kbd":
      return `\`${node.textContent ?? ""}\``;
    case "br":
      return "\n";
    case "a":
      return linkOf(inside(), node.getAttribute("href"), base);
    case "img":
      return linkOf(node.getAttribute("alt") || node.getAttribute("src") || "", node.getAttribute("src"), base);
    default:
      return inside();
  }
}

/** Absolute, as a message has no base of its own; an anchor's own sign is no text. */
function linkOf(text: string, href: string | null, base: string): string {
  if (!href || !URL.canParse(href, base) || text.trim() === "" || text.trim() === "#")
    return text.trim() === "#" ? "" : text;
  return `[${text.trim()}](${new URL(href, base).href})`;
}

function listOf(list: Element, base: string): string {
  const start = Number(list.getAttribute("start") ?? 1);
  return [...list.children]
    .map((item, index) => {
      const sign = list.localName === "ol" ? `${start + index}. ` : "- ";
      const [first = "", ...rest] = blocksOf(item, base)
        .trim()
        .replace(/\n{2,}/g, "\n")
        .split("\n");
      return [`${sign}${first}`, ...rest.map((line) => " ".repeat(sign.length) + line)].join("\n");
    })
    .join("\n");
}

function quoted(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function tableOf(table: Element, base: string): string {
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => inlinesOf(cell, base).replace(/\|/g, "\\|")),
  );
  const [head = [], ...rest] = rows;
  return [head, head.map(() => "---"), ...rest].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
