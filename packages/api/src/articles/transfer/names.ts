/** Names of files that hold Markdown. */
const MARKDOWN = /\.(md|mdx|markdown|mdown|mkd)$/i;
/** Names of the page that a folder opens with. */
const FIRST_PAGE = /^_?(index|readme)$/i;
/** What orders files by their names: `01-`, `2.`, `10_`. A lone digit with a hyphen may be a word, as in `2-factor`. */
const NUMBER = /^(?:(0\d{1,2}|\d\d)[-_. ]+|(\d{1,2})(?:\. *|_))(?=\p{L})/u;

export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** Of a path in the source, without the slash; "" for the root. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** Of a path without its folder. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function stemOf(path: string): string {
  return baseOf(path).replace(/\.[a-z]{1,8}$/i, "");
}

/** What a file or a folder is called when it does not say: `01-getting_started.md` is "Getting started". */
export function titleOf(path: string): string {
  const stem = stemOf(path);
  if (FIRST_PAGE.test(stem) && path.includes("/")) return titleOfFolder(folderOf(path));
  return titleOfName(stem);
}

/** The same of a folder. */
export function titleOfFolder(folder: string): string {
  return titleOfName(baseOf(folder));
}

function titleOfName(name: string): string {
  const plain = name.replace(NUMBER, "");
  // Who writes spaces or capitals means them, and hyphens too.
  if (/\s/.test(plain)) return plain.trim();
  const words = plain.replace(/[-_]+/g, " ").trim() || plain;
  return (words[0]?.toUpperCase() ?? "") + words.slice(1);
}

/** Its place among its neighbours, where its name begins with a number. */
export function numberOf(path: string): number | undefined {
  const [, padded, plain] = NUMBER.exec(baseOf(path)) ?? [];
  const digits = padded ?? plain;
  return digits === undefined ? undefined : Number(digits);
}

/** What an address and a path have in common where they mean the same page: no letter case, no ending, no numbers, no folder's page. */
export function canonical(path: string): string {
  const parts = path.normalize("NFC").toLowerCase().split("/").filter(Boolean);
  const last = parts.at(-1)?.replace(/\.(md|mdx|markdown|mdown|mkd|html?)$/, "");
  const named = last === undefined || FIRST_PAGE.test(last) ? parts.slice(0, -1) : [...parts.slice(0, -1), last];
  return named.map((part) => part.replace(NUMBER, "").replace(/[\s_+-]+/g, "-")).join("/");
}
