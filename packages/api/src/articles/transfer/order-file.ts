import { posix } from "node:path";
import { destinationsIn } from "./destinations.ts";
import { baseOf, folderOf } from "./names.ts";

/** Lists of contents: of GitBook, of wikis and docsify, of MkDocs. They are no articles. */
const ORDER = /^(summary\.md|_sidebar\.md|mkdocs\.ya?ml)$/i;
/** A page in MkDocs' `nav`. */
const IN_NAV = /^\s*-\s+(?:[^\n]{1,200}:\s+)?["']?([^\s"':]{1,300}\.md)["']?\s*$/gm;

export function isOrder(path: string): boolean {
  return ORDER.test(baseOf(path)) && (baseOf(path) !== "summary.md" || folderOf(path) === "");
}

/** Paths in the order in which a list of contents has them. */
export function orderIn(path: string, content: string): string[] {
  const folder = folderOf(path);
  if (/\.ya?ml$/i.test(path)) {
    const docs = /^docs_dir:\s*["']?([^\s"']+)/m.exec(content)?.[1] ?? "docs";
    return [...content.matchAll(IN_NAV)].map(([, page = ""]) => posix.join(folder, docs, page));
  }
  return destinationsIn(content, { wiki: true }).map(({ address, kind }) => {
    const [, page = ""] = /^([^?#]*)/.exec(address) ?? [];
    if (kind === "wiki") return posix.join(folder, `${(page.split("|").at(-1) ?? "").trim().replaceAll(" ", "-")}.md`);
    return posix.join(folder, decoded(page));
  });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
