import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderMarkdown } from "@mintreu/api/articles/render";

/** An article as search sees it. */
export interface Article {
  id: string;
  title: string;
  headings: readonly string[];
  body: string;
}

/** A search with the articles that answer it. */
export interface Search {
  q: string;
  kind: string;
  relevant: readonly (string | number)[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** Reads a folder of Markdown with front matter (`id`, `title`), as the product renders it; files without are left out. */
export async function readCorpus(folder: string): Promise<Article[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  const articles: Article[] = [];
  for (const file of files.sort()) {
    const article = await readArticle(readFileSync(join(folder, file), "utf8"));
    if (article) articles.push(article);
  }
  return articles;
}

async function readArticle(source: string): Promise<Article | null> {
  const [, matter = "", markdown = ""] = FRONT_MATTER.exec(source) ?? [];
  const [id, title] = [named(matter, "id"), named(matter, "title")];
  if (!id || !title) return null;
  const { headings, text } = await renderMarkdown(markdown);
  return { id, title, headings: headings.map((heading) => heading.text), body: text };
}

function named(matter: string, name: string): string | undefined {
  const value = new RegExp(`^${name}:[ \\t]*(.*)$`, "m").exec(matter)?.[1]?.trim();
  return value?.replace(/^(["'])(.*)\1$/, "$2");
}

/** Reads the searches. */
export function readSearches(file: string): Search[] {
  return JSON.parse(readFileSync(file, "utf8"));
}
