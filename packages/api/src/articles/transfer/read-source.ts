import { buffer } from "node:stream/consumers";
import { type ImportProblem, type ImportProblemReason, MAX_BODY, MAX_TITLE } from "../schema.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import type { ImportSource } from "./source.ts";

/** Bytes of a text: what an article may have in letters of three bytes each, and its front matter. */
const MOST_BYTES = 3 * MAX_BODY + 100_000;
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
  /** Its front matter could not be read: what it says of being a draft is not known. */
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

/** Reads the Markdown of a source. One file that cannot be read does not keep the others. */
export async function readSource(source: ImportSource): Promise<ReadSource> {
  const read: ReadSource = { articles: [], folders: new Map(), problems: [] };
  const keys = new Set<string>();
  for (const path of source.paths.filter((name) => /\.(md|markdown)$/i.test(name))) {
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
    const article = { path, key: keyOf(path, front), front, unsure: !readable, ...titled(path, front, body) };
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
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t#]*(?:\r?\n|$)(?:\r?\n)*/.exec(body);
  if (heading?.[1]?.trim()) return { title: heading[1].slice(0, MAX_TITLE), body: body.slice(heading[0].length) };
  const name =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.\w+$/, "") ?? path;
  return { title: name.replaceAll(/[-_]+/g, " ").trim().slice(0, MAX_TITLE) || name, body };
}
