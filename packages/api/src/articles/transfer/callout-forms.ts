import { maskCode } from "./mask-code.ts";

/** What others call the five kinds of callouts. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  NOTE: [
    "note",
    "info",
    "abstract",
    "summary",
    "tldr",
    "seealso",
    "question",
    "help",
    "faq",
    "example",
    "quote",
    "cite",
  ],
  TIP: ["tip", "hint", "success", "check", "done"],
  IMPORTANT: ["important"],
  WARNING: ["warning", "warn", "attention"],
  CAUTION: ["caution", "danger", "error", "failure", "fail", "missing", "bug"],
};
const KIND = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)));
/** Callouts in callouts, as far as anybody follows. */
const DEEPEST = 8;
/** Of one text's marks that nobody here understands so many are told, the first: a report is read, and kept in memory until it is sent. */
const MOST_TOLD = 50;

// Those that begin callouts read lines without what is blank at their end, and no repetition takes what the next one could: a line
// of blanks would keep them busy.
/** Docusaurus and VitePress: `:::note[Title]`, closed by as many colons. */
const COLONS =
  /^([ \t]*)(:{3,20})[ \t]?([a-z-]{1,30})(?:\[([^\]]{0,200})\]|[ \t]{1,20}([^{ \t][^{]{0,199}))?(?:[ \t]{0,20}\{[^}]{0,200}\})?$/i;
/** GitBook: `{% hint style="info" %}`. */
const HINT = /^([ \t]*)\{%\s?hint\s(?:style="([a-z]{1,30})")?[^%]{0,100}%\}$/i;
/** Hugo: `{{< hint info >}}`, `{{% notice tip "Title" %}}`. */
const SHORTCODE = /^([ \t]*)\{\{[<%]\s?(hint|notice|alert|callout|admonition)\s([^{}]{0,200}?)\s?[>%]\}\}$/i;
/** MkDocs: `!!! note "Title"`, and `???` for what is folded; what belongs to it stands further in. */
const BANGS = /^([ \t]*)(!!!|\?\?\?\+?)[ \t]{1,5}([a-z-]{1,30})(?:[ \t][a-z \t-]{0,100})?(?:"([^"]{0,200})")?$/i;
/** Obsidian: GitHub's form with kinds of its own. */
const QUOTED = /^([ \t>]{0,50}>[ \t]?)\[!([a-z]{1,30})\][+-]?[ \t]*/i;
const ANY = /^[ \t]*(?::::|\{%|\{\{[<%]|!!!|\?\?\?|>[ \t]?\[!)/m;
const LEFT = /\{%[^%\n]{1,300}%\}|\{\{[<%][^{}\n]{1,300}[>%]\}\}/g;

interface Opened {
  at: number;
  /** What ends it; null for what ends where lines stand further out. */
  close: string | null;
  indent: string;
  kind: string;
  title: string;
}

/** A text with GitHub's callouts, and what in it nobody here understands, by line. */
export interface Converted {
  body: string;
  /** Lines from 0. */
  unknown: { what: string; line: number }[];
}

/** Writes the callouts of other systems as GitHub's: `> [!NOTE]`. Code stays code. Takes time in proportion to the text. */
export function withCallouts(markdown: string): Converted {
  const unknown: Converted["unknown"] = [];
  const masked = maskCode(markdown);
  const marks = ANY.test(masked)
    ? convert({ lines: markdown.split("\n"), masked: masked.split("\n"), first: 0 }, unknown)
    : null;
  for (const [index, line] of masked.includes("{") ? masked.split("\n").entries() : []) {
    if (HINT.test(line.trimEnd()) || SHORTCODE.test(line.trimEnd()) || /\{%\s?endhint|\{\{[<%]\s?\//.test(line))
      continue;
    for (const [what] of line.matchAll(LEFT)) unknown.push({ what, line: index });
  }
  const told = unknown.sort((a, b) => a.line - b.line).slice(0, MOST_TOLD);
  return { body: marks?.join("\n") ?? markdown, unknown: told };
}

interface Lines {
  lines: readonly string[];
  /** The same without what is code. */
  masked: readonly string[];
  /** Number of the first of them in the text. */
  first: number;
}

function convert({ lines, masked, first }: Lines, unknown: Converted["unknown"], depth = 0): string[] {
  const ends = depth < DEEPEST ? pair(masked) : new Map<number, { opened: Opened; end: number }>();
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const found = ends.get(at);
    if (!found) {
      if (isOpening(masked[at] ?? "")) unknown.push({ what: (lines[at] ?? "").trim().slice(0, 100), line: first + at });
      out.push(quoted(lines[at] ?? "", masked[at] ?? ""));
      continue;
    }
    const { opened, end } = found;
    // Its title may be code.
    const title = openedBy(lines[at] ?? "", at)?.title ?? opened.title;
    const further = opened.indent.length + (opened.close === null ? 4 : 0);
    const inner = {
      lines: lines.slice(at + 1, end).map((line) => dedent(line, further)),
      masked: masked.slice(at + 1, end).map((line) => dedent(line, further)),
      first: first + at + 1,
    };
    if (out.at(-1)?.trim()) out.push("");
    out.push(...written({ ...opened, title }, convert(inner, unknown, depth + 1)));
    at = opened.close === null ? end - 1 : end;
    if (lines[at + 1]?.trim()) out.push("");
  }
  return out;
}

/** Where each callout ends: the line that closes it, or the first that is not in it. By the line that it begins with. */
function pair(masked: readonly string[]): Map<number, { opened: Opened; end: number }> {
  const ends = new Map<number, { opened: Opened; end: number }>();
  const open: Opened[] = [];
  for (const [at, line] of masked.entries()) {
    const opened = openedBy(line, at);
    if (opened?.close === null) ends.set(at, { opened, end: endOfIndented(masked, opened) });
    else if (opened && open.length < DEEPEST) open.push(opened);
    const closing = closedBy(line);
    const index = closing ? open.findLastIndex(({ close }) => close === closing) : -1;
    const closed = open[index];
    if (!closed) continue;
    ends.set(closed.at, { opened: closed, end: at });
    open.length = index;
  }
  return ends;
}

function openedBy(whole: string, at: number): Opened | null {
  const line = whole.trimEnd();
  const colons = COLONS.exec(line);
  if (colons) {
    const [, indent = "", close = "", name = "", inBrackets, behind] = colons;
    const kind = name.toLowerCase() === "details" ? "details" : KIND.get(name.toLowerCase());
    return kind ? { at, close, indent, kind, title: inBrackets ?? behind?.trim() ?? "" } : null;
  }
  const hint = HINT.exec(line);
  if (hint) return { at, close: "hint", indent: hint[1] ?? "", kind: kindOf(hint[2]), title: "" };
  const code = SHORTCODE.exec(line);
  if (code) {
    const [, indent = "", close = "", said = ""] = code;
    const title = /(?:title=|\s)"([^"]{1,200})"/.exec(said)?.[1] ?? "";
    return { at, close: close.toLowerCase(), indent, kind: kindOf(/[a-z]+(?!=)\b/i.exec(said)?.[0]), title };
  }
  const [, indent = "", mark, name, title = ""] = BANGS.exec(line) ?? [];
  if (!mark) return null;
  return {
    at,
    close: null,
    indent,
    kind: mark === "!!!" ? kindOf(name) : "details",
    title: title || (mark === "!!!" ? "" : `${name}`),
  };
}

function isOpening(line: string): boolean {
  return COLONS.test(line.trimEnd()) || openedBy(line, 0) !== null;
}

function kindOf(name = "note"): string {
  return KIND.get(name.toLowerCase()) ?? "NOTE";
}

function closedBy(line: string): string | null {
  return /^[ \t]*(:{3,20})[ \t]*$/.exec(line)?.[1] ?? endOf(line);
}

function endOf(line: string): string | null {
  if (/^[ \t]*\{%\s?endhint\s?%\}[ \t]*$/.test(line)) return "hint";
  return /^[ \t]*\{\{[<%]\s?\/\s?([a-z]{1,20})\s?[>%]\}\}[ \t]*$/i.exec(line)?.[1]?.toLowerCase() ?? null;
}

function endOfIndented(masked: readonly string[], { at, indent }: Opened): number {
  let end = at + 1;
  for (let next = end; next < masked.length; next++) {
    const line = masked[next] ?? "";
    if (line.trim() === "" && line.length <= indent.length) continue;
    if (line.search(/[^ \t]|$/) < indent.length + (line.startsWith("\t") ? 1 : 4)) break;
    end = next + 1;
  }
  return end;
}

function dedent(line: string, by: number): string {
  let at = 0;
  for (let width = 0; width < by && (line[at] === " " || line[at] === "\t"); at++) width += line[at] === "\t" ? 4 : 1;
  return line.slice(at);
}

function written({ indent, kind, title }: Opened, inner: string[]): string[] {
  const lines = inner.slice(
    inner.findIndex((line) => line.trim() !== ""),
    inner.findLastIndex((line) => line.trim() !== "") + 1,
  );
  if (kind === "details") {
    const said = `<summary>${title.replaceAll("<", "&lt;") || "Details"}</summary>`;
    return ["<details>", said, "", ...lines, "", "</details>"].map((line) => (line ? indent + line : line));
  }
  const head = title ? [`**${title}**`, ...(lines.length > 0 ? [""] : [])] : [];
  return [`[!${kind}]`, ...head, ...lines].map((line) => `${indent}>${line ? ` ${line}` : ""}`);
}

function quoted(line: string, masked: string): string {
  const [whole, before = "", name = ""] = QUOTED.exec(masked) ?? [];
  const kind = KIND.get(name.toLowerCase());
  if (!whole || !kind || kind === name.toUpperCase()) return line;
  const title = line.slice(whole.length).trim();
  return title ? `${before}[!${kind}]\n${before}**${title}**` : `${before}[!${kind}]`;
}
