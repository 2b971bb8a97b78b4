import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ARTICLES_FOLDER } from "./help.ts";

const articles = globSync("**/*.md", { cwd: ARTICLES_FOLDER })
  .filter((path) => basename(path) !== "_collection.md")
  .map((path) => ({ path, text: readFileSync(join(ARTICLES_FOLDER, path), "utf8") }));

const frontOf = (text: string, key: string) => text.match(new RegExp(`^${key}: (.*)$`, "m"))?.[1];

test("the demo has articles for customers, developers and its own desk", () => {
  const audiences = Map.groupBy(articles, ({ text }) => frontOf(text, "audience"));
  expect(audiences.get("public")?.length).toBeGreaterThan(30);
  expect(audiences.get("developers")?.length).toBeGreaterThan(8);
  expect([...audiences.keys()].sort()).toEqual(["agents", "customers", "developers", "public"]);
});

test("each article has an address of its own, a summary and something to say", () => {
  expect(new Set(articles.map(({ path }) => basename(path))).size).toBe(articles.length);
  for (const { path, text } of articles) {
    expect(`${frontOf(text, "slug")}.md`, path).toBe(basename(path));
    expect(frontOf(text, "summary")?.length, path).toBeGreaterThan(30);
    expect(text.length, path).toBeGreaterThan(500);
  }
});

test("each link from one article to another leads to one", () => {
  const broken = articles.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)#\s]+\.md)/g)]
      .map(([, link]) => join(dirname(path), decodeURIComponent(link ?? "")))
      .filter((target) => !existsSync(join(ARTICLES_FOLDER, target))),
  );
  expect(broken).toEqual([]);
});
