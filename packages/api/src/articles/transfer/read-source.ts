import { buffer } from "node:stream/consumers";
import { DomainError } from "../../core/errors.ts";
import { type ImportProblem, type ImportProblemReason, MAX_BODY, MAX_TITLE } from "../schema.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import type { ImportSource } from "./source.ts";

/** Bytes of a text: what an article may have in letters of three bytes each, and its front matter. */
const MOST_BYTES = 3 * MAX_BODY + 100_000;
/** Bytes of all texts together: they are in memory at once, to lead to each other. A real help centre of 400 articles has 2 MB. */
const MOST_TOGETHER = 100 * 1024 * 1024;
/** File in a folder that tells of its collection. */
export const ABOUT_COLLECTION = "_collection.md";

/** An article as a file of an import has it, before anything is looked up. */
export interface SourceArticle {
  path: string;
  /** What it is known by, at the next import too: the id it names, or else where it is. */
  key: string;
  title: string;
  front: FrontMatter;
  body: string;
  /** What it says of being a draft, or of who may read it, could not be read: nobody shall read it before somebody looks. */
  unsure: boolean;
}

/** A folder that tells of itself. */
export interface AboutFolder {
  title?: string | undefined;
  description: string;
  front: FrontMatter;
}

/** All the Markdown of a source. */
export interface ReadSource {
  articles: SourceArticle[];
  /** By the folder. */
  folders: Map<string, AboutFolder>;
  problems: ImportProblem[];
}

/**
 * Reads the Markdown of a source. One file that cannot be read does not keep the others.
 *
 * @throws ARCHIVE_TOO_BIG for more text than a help centre has.
 */
export async function readSource(source: ImportSource): Promise<ReadSource> {
  const read: ReadSource = { articles: [], folders: new Map(), problems: [] };
  const keys = new Set<string>();
  const paths = source.paths.filter((name) => /\.(md|markdown)$/i.test(name));
  const bytes = paths.reduce((sum, path) => sum + source.sizeOf(path), 0);
  if (bytes > MOST_TOGETHER) throw new DomainError("ARCHIVE_TOO_BIG");
  for (const path of paths) {
    const problem = (why: ImportProblemReason, what: string) =>
      read.problems.push({ file: path, kind: "file", why, what });
    const text = source.sizeOf(path) > MOST_BYTES ? "too-big" : await textOf(source, path);
    if (text === "too-big" || text === "no-text") {
      problem(text, path);
      continue;
    }
    const { front, body, unknown, readable } = parseFrontMatter(text.content);
    for (const what of unknown) problem("unknown", what);
    if (!readable) problem("front-matter", path);
    if (isAbout(path)) {
      read.folders.set(folderOf(path), { title: front.title, description: body.trim().slice(0, 300), front });
      continue;
    }
    const unsure = !readable || unknown.some((what) => /^(draft|state|audience)(:|$)/.test(what));
    const article = { path, key: keyOf(path, front), front, unsure, ...titled(path, front, body) };
    if (article.body.length > MAX_BODY) problem("too-big", path);
    else if (keys.has(article.key)) problem("double", front.id ?? path);
    else read.articles.push(article);
    keys.add(article.key);
  }
  return read;
}

function isAbout(path: string): boolean {
  return path === ABOUT_COLLECTION || path.endsWith(`/${ABOUT_COLLECTION}`);
}

async function textOf(source: ImportSource, path: string): Promise<{ content: string } | "no-text"> {
  const bytes = await buffer(await source.stream(path));
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return content.includes("\0") ? "no-text" : { content };
  } catch {
    return "no-text";
  }
}

/** Of a path in the source, without the slash; "" for the root. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function keyOf(path: string, { id }: FrontMatter): string {
  return id ? `id:${id}` : `path:${path}`;
}

/** Its title: as it says, or its first heading, which is then not said twice, or its name. */
function titled(path: string, { title }: FrontMatter, body: string): { title: string; body: string } {
  if (title) return { title, body };
  const [line = "", words = ""] = /^\s*#[ \t]([^\n]*)(?:\n[\r\n]*)?/.exec(body) ?? [];
  const heading = withoutClosing(words);
  if (heading) return { title: heading.slice(0, MAX_TITLE), body: body.slice(line.length) };
  const name =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.\w+$/, "") ?? path;
  return { title: name.replaceAll(/[-_]+/g, " ").trim().slice(0, MAX_TITLE) || name, body };
}

/** The words of a heading, without the signs that may close it. Not by an expression: a line of signs would keep it busy. */
function withoutClosing(words: string): string {
  let end = words.length;
  while (end > 0 && " \t\r#".includes(words[end - 1] ?? "")) end -= 1;
  return words.slice(0, end).trim();
}
