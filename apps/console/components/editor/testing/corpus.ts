import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A real help centre, beside the repository where there is one. */
const FOLDER = process.env.CORPUS ?? join(import.meta.dirname, "../../../../../../shared/corpus/help-center");

/** Every article of it by its file's name, with its front matter; nothing where there is no corpus. */
export function corpus(): [name: string, markdown: string][] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && name.startsWith("content"))
    .sort()
    .map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]);
}
