import { posix } from "node:path";
import { destinationsIn } from "./destinations.ts";
import { baseOf, folderOf } from "./names.ts";

/** Lists of contents: of GitBook, of wikis and docsify, of MkDocs. They are no articles. */
const ORDER = /^(summary\.md|_sidebar\.md|mkdocs\.ya?ml)$/i;
/** A page in MkDocs' `nav`. Within its line: blank ones would each be gone through again for every one before them. */
const IN_NAV = /^[ \t]*-[ \t]{1,20}(?:[^\n]{1,200}:[ \t]{1,20})?["']?([^\s"':]{1,300}\.md)["']?[ \t]*$/gm;

export function isOrder(path: string): boolean {
  return ORDER.test(baseOf(path)) && (baseOf(path) !== "summary.md" || folderOf(path) === "");
}

/** Paths in the order in which a list of contents has them. */
export function orderIn(path: string, content: string): string[] {
  const folder = folderOf(path);
  if (/\.ya?ml$/i.test(path)) {
    const docs = /^docs_dir:[ \t]*["']?([^\s"']+)/m.exec(content)?.[1] ?? "docs";
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
