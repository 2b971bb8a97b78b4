import { parse } from "yaml";
import type { ImportProblem } from "../schema.ts";
import { type FrontMatter, MOST_FRONT_MATTER, parseFrontMatter } from "./front-matter.ts";
import { baseOf } from "./names.ts";

/** File in a folder of an export that tells of its collection. */
export const ABOUT_COLLECTION = "_collection.md";
/** What Docusaurus and Hugo have for it. */
const ABOUT = /^(_collection\.md|_category_\.(json|ya?ml)|_index\.md)$/i;
const MOST_DESCRIPTION = 300;

/** A folder that tells of itself. */
export interface AboutFolder {
  description: string;
  front: FrontMatter;
}

export function isAboutFolder(path: string): boolean {
  return ABOUT.test(baseOf(path));
}

interface Told {
  about: AboutFolder;
  /** It has a text that is more than a description. */
  body: boolean;
  problems: ImportProblem[];
}

/** Reads what a folder tells of itself. */
export function aboutFolder(path: string, content: string): Told {
  const file = baseOf(path) === ABOUT_COLLECTION || /\.md$/i.test(path) ? content : asFrontMatter(content);
  const { front, body, unknown, readable } = parseFrontMatter(file);
  const about = { file: path, kind: "file" } as const;
  const problems: ImportProblem[] = unknown
    .filter(({ why }) => why !== "kept")
    .map(({ what, line }) => ({ ...about, line, why: "unknown" as const, what }));
  if (!readable) problems.push({ ...about, why: "front-matter", what: path });
  const isPage = /^_index\./i.test(baseOf(path)) && body.trim() !== "";
  const description = (isPage ? "" : body.trim()) || (front.summary ?? "");
  if (description.length > MOST_DESCRIPTION) problems.push({ ...about, why: "too-big", what: path });
  return { about: { description: description.slice(0, MOST_DESCRIPTION), front }, body: isPage, problems };
}

/** What a file of JSON or YAML says, in the form of an article's. One that is too long to be read is told as such. */
function asFrontMatter(content: string): string {
  if (content.length > MOST_FRONT_MATTER) return `---\n${content}\n---\n`;
  try {
    const { label, position, link, description } = parse(content, { maxAliasCount: 20 }) ?? {};
    return `---\n${JSON.stringify({ label, position, description: description ?? link?.description })}\n---\n`;
  } catch {
    return `---\n${content}\n---\n`;
  }
}
