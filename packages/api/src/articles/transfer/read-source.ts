import { buffer } from "node:stream/consumers";
import { DomainError } from "../../core/errors.ts";
import { type ImportProblem, MAX_BODY, MAX_TITLE } from "../schema.ts";
import { type AboutFolder, aboutFolder, isAboutFolder } from "./about-folder.ts";
import { decodeText } from "./decode.ts";
import { type FrontMatter, type Parsed, parseFrontMatter } from "./front-matter.ts";
import { baseOf, folderOf, isMarkdown, numberOf, titleOf } from "./names.ts";
import { isOrder, orderIn } from "./order-file.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import type { ImportSource } from "./source.ts";

/** Bytes of a text: what an article may have in letters of three bytes each, and its front matter. */
const MOST_BYTES = 3 * MAX_BODY + 100_000;
/** Bytes of all texts together: they are in memory at once, to lead to each other. A real help centre of 400 articles has 2 MB. */
const MOST_TOGETHER = 100 * 1024 * 1024;
/** Characters of a path by which the database can still find something. */
const LONGEST_PATH = 600;

/** An article as a file of an import has it, before anything is looked up. */
export interface SourceArticle {
  path: string;
  /** What it is known by, at the next import too: the id it names, or else where it is. */
  key: string;
  title: string;
  front: FrontMatter;
  body: string;
  /** The line of its file that its text begins with, from 1. */
  line: number;
  /** What it says of being a draft, or of who may read it, could not be read: nobody shall read it before somebody looks. */
  unsure: boolean;
  /** Its file is of an export of ours: its text is taken as it is. */
  ours: boolean;
  /** Front matter that is kept for others. */
  extra: string | null;
  /** Where it was elsewhere. */
  addresses: string[];
}

/** All the Markdown of a source. */
export interface ReadSource {
  articles: SourceArticle[];
  /** By the folder. */
  folders: Map<string, AboutFolder>;
  problems: ImportProblem[];
  /** Paths of what was read, and is no article. */
  used: Set<string>;
}

interface Reading extends ReadSource {
  keys: Set<string>;
  /** Keys of front matter that were told already. */
  kept: Set<string>;
  /** Places by path, as lists of contents have them. */
  order: Map<string, number>;
}

/**
 * Reads the Markdown of a source. One file that cannot be read does not keep the others.
 *
 * @throws ARCHIVE_TOO_BIG for more text than a help centre has.
 */
export async function readSource(source: ImportSource): Promise<ReadSource> {
  const reading: Reading = {
    ...{ articles: [], folders: new Map(), problems: [...source.problems], used: new Set() },
    ...{ keys: new Set(), kept: new Set(), order: new Map() },
  };
  const paths = source.paths.filter((path) => isMarkdown(path) || isAboutFolder(path) || isOrder(path));
  const bytes = paths.reduce((sum, path) => sum + source.sizeOf(path), 0);
  if (bytes > MOST_TOGETHER) throw new DomainError("ARCHIVE_TOO_BIG");
  for (const path of paths) await readFile(reading, source, path);
  for (const { path, front } of reading.articles) {
    const position = front.position ?? reading.order.get(path) ?? numberOf(path);
    if (position !== undefined) front.position = position;
  }
  return reading;
}

type Tell = (why: ImportProblem["why"], what: string, line?: number) => void;

async function readFile(reading: Reading, source: ImportSource, path: string): Promise<void> {
  const tell: Tell = (why, what, line) =>
    reading.problems.push({ file: path, kind: "file", why, what, ...(line !== undefined && { line }) });
  reading.used.add(path);
  if (path.length > LONGEST_PATH || source.sizeOf(path) > MOST_BYTES) {
    tell("too-big", path);
    return;
  }
  const text = decodeText(await buffer(await source.stream(path)));
  if (!text) {
    tell("no-text", path);
    return;
  }
  if (text.guessed) tell("guessed", path);
  if (isOrder(path)) {
    for (const [index, to] of orderIn(path, text.content).entries()) reading.order.set(to, index + 1);
    return;
  }
  if (isAboutFolder(path)) {
    const { about, body, problems } = aboutFolder(path, text.content);
    reading.problems.push(...problems);
    reading.folders.set(folderOf(path), about);
    // Hugo's page of a section may be an article as well.
    if (!body) return;
  }
  readArticle(reading, { path, content: text.content, tell });
}

function readArticle(reading: Reading, { path, content, tell }: { path: string; content: string; tell: Tell }): void {
  const parsed = parseFrontMatter(content);
  for (const { what, line, why } of parsed.unknown) {
    if (why === "kept" && reading.kept.has(what)) continue;
    if (why === "kept") reading.kept.add(what);
    tell(why, what, line);
  }
  if (!parsed.readable) tell("front-matter", path, 1);
  const article = articleOf(path, parsed, content);
  if (article.body.length > MAX_BODY) {
    tell("too-big", path);
    return;
  }
  if (article.body.trim() === "" && !parsed.ours) {
    tell("empty", path);
    article.unsure = true;
  }
  if (reading.keys.has(article.key)) {
    tell("double", parsed.front.id ?? path);
    article.key = `path:${path}`;
  }
  reading.keys.add(article.key);
  reading.articles.push(article);
}

function articleOf(path: string, parsed: Parsed, content: string): SourceArticle {
  const { front, unsure, ours, extra, addresses } = parsed;
  const { title, body } = ours
    ? { title: front.title ?? "", body: parsed.body }
    : titled(path, front, plainMarkdown(parsed.body));
  const line = linesIn(content) - linesIn(body) + 1;
  const key = front.id ? `id:${front.id}` : `path:${path}`;
  const about = { path, key, line, front, unsure, ours, extra, addresses };
  return { ...about, title: title || titleOf(path), body };
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A first heading of the first level, in either form. Not at once with its closing signs: a line of signs would keep it busy. */
const HEADING = /^\s*(?:#[ \t]([^\n]*)|([^\s#>\-*+`|<=~:!{[][^\n]*)\n={2,}[ \t]*)(?:\n+|$)/;

/** Its title: as it says, or its first heading, or its name. A heading that says the title is not said twice. */
function titled(path: string, front: FrontMatter, body: string): { title: string; body: string } {
  const [whole = "", hashed, underlined] = HEADING.exec(body) ?? [];
  const heading = plainTitle(withoutClosing(hashed ?? underlined ?? ""));
  const title = front.title ?? (heading.slice(0, MAX_TITLE) || titleOf(path).slice(0, MAX_TITLE) || baseOf(path));
  return { title, body: heading && sameWords(heading, title) ? body.slice(whole.length) : body };
}

function sameWords(heading: string, title: string): boolean {
  return heading.toLowerCase() === title.trim().toLowerCase();
}

/** A heading's words without the marks of Markdown, which a title does not have. */
function plainTitle(heading: string): string {
  return heading
    .slice(0, 1_000)
    .replace(/\s*\{#[\w:-]+\}$/, "")
    .replace(/!?\[([^\][]{0,300})\]\([^()]{0,300}\)/g, "$1")
    .replace(/(\*\*|__|`+)(?=\S)([^*_`]{1,300})\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*]{1,300})\*(?!\w)/g, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}

/** The words of a heading, without the signs that may close it. Not by an expression: a line of signs would keep it busy. */
function withoutClosing(words: string): string {
  let end = words.length;
  while (end > 0 && " \t#".includes(words[end - 1] ?? "")) end -= 1;
  return words.slice(0, end).trim();
}
