import { posix } from "node:path";
import type { ImportProblem } from "../schema.ts";
import { slugOf } from "../slug.ts";
import type { Destination } from "./destinations.ts";
import { canonical } from "./names.ts";
import type { SourceArticle } from "./read-source.ts";
import type { Tails } from "./tails.ts";

/** What addresses in imported texts can lead to. */
export interface Targets {
  /** Addresses of articles by the path of their file. */
  byPath: ReadonlyMap<string, string>;
  /** Slugs of articles by the id that they had elsewhere. */
  byId: ReadonlyMap<string, string>;
  /** Every slug that leads to an article here. */
  slugs: ReadonlySet<string>;
  /** Slugs of articles by what their paths, and their addresses elsewhere, come down to. */
  pages: Tails;
  /** Slugs of articles by the slugs of their titles. */
  byTitle: ReadonlyMap<string, string>;
  /** Slugs of collections by their folders' canonical paths. */
  collections: ReadonlyMap<string, string>;
  /** Paths of other files. */
  files: ReadonlySet<string>;
  /** The same by their ends. */
  fileTails: Tails;
  /** Hosts of the help centre that the texts come from. */
  hosts: ReadonlySet<string>;
}

/** What becomes of an address: another address, a file that has to be kept first, a problem, or nothing. */
export type Resolution =
  | { address: string }
  | { file: string; rest: string }
  | Pick<ImportProblem, "kind" | "why">
  | null;

/** The file that an address stands in. */
type From = Pick<SourceArticle, "path" | "ours">;

const ABSOLUTE = /^[a-z][a-z\d+.-]*:|^\/\//i;
/** How help centres of many makes address an article: by its id, and often its title behind it. The id is looked at once, and not shortened. */
const ARTICLE = /\/articles?\/(?=(\d+|[\w-]+))[^/]+\/?$/i;

/** Pages of the customer app that an article may lead to, and files of ours. */
const OURS = /^\/(help|files|conversations|products|sign-in)(\/|$)|^\/$/;

/** Where an address in the text of a file leads. */
export function resolve(targets: Targets, from: From, { address, kind }: Destination): Resolution {
  if (kind === "wiki" || kind === "embed") return inWiki(targets, from, address);
  if (address.startsWith("#") || address === "") return null;
  if (ABSOLUTE.test(address)) return absolute(targets, from, { address, kind });
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const slug = /^\/help\/articles\/([^/]+)$/.exec(path)?.[1];
  if (slug) return targets.slugs.has(slug) ? null : missing(kind);
  return lead(targets, from, { path, rest, kind }) ?? (OURS.test(path) ? null : missing(kind));
}

function missing(kind: Destination["kind"]): Resolution {
  return { kind: kind === "picture" || kind === "embed" ? "picture" : "link", why: "missing" };
}

interface Wanted {
  path: string;
  /** What stands behind the path. */
  rest: string;
  kind: Destination["kind"];
}

/** To the file of that name; else, in texts of other systems, to the page that this means there. */
function lead(targets: Targets, from: From, { path, rest, kind }: Wanted): Resolution {
  const named = decoded(path)
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^@site(?=\/)/, "");
  const rooted = named.startsWith("/");
  // An export leads to no file like this.
  if (from.ours && rooted) return null;
  const target = rooted ? named.slice(1) : posix.join(posix.dirname(from.path), named);
  const hash = rest.includes("#") ? rest.slice(rest.indexOf("#")) : "";
  const exact = targets.byPath.get(target) ?? targets.byPath.get(`${target}.md`);
  if (exact) return { address: `/help/articles/${exact}${hash}` };
  if (targets.files.has(target)) return { file: target, rest };
  if (from.ours || OURS.test(path)) return null;
  const byId = rooted ? targets.byId.get(ARTICLE.exec(path)?.[1] ?? "") : undefined;
  if (byId) return { address: `/help/articles/${byId}${hash}` };
  return likely(targets, { target, rest, hash, kind, rooted });
}

interface Likely {
  target: string;
  rest: string;
  hash: string;
  kind: Destination["kind"];
  rooted: boolean;
}

function likely(targets: Targets, { target, rest, hash, kind, rooted }: Likely): Resolution {
  const page = canonical(target);
  if (kind !== "picture") {
    const slug = targets.pages.exact(page) ?? (rooted ? targets.pages.ending(page) : null);
    if (slug) return { address: `/help/articles/${slug}${hash}` };
    const collection = targets.collections.get(page);
    if (collection) return { address: `/help/collections/${collection}` };
  }
  // Sites keep pictures in a folder that their addresses do not name; and those in HTML count from the finished page.
  const inside = target.replace(/^(\.\.\/)+/, "").toLowerCase();
  const file =
    rooted || kind === "picture" ? (targets.fileTails.exact(inside) ?? targets.fileTails.ending(inside)) : null;
  return file ? { file, rest } : null;
}

/** `[[Page]]`, `[[Text|Page]]`, `[[Page|Text]]`, `[[Page#Heading]]`: a title, or the name of a file wherever it is. */
function inWiki(targets: Targets, from: From, inner: string): Resolution {
  for (const side of inner
    .split("|")
    .map((one) => one.trim())
    .reverse()) {
    const [, page = "", place = ""] = /^([^#]*)(?:#(.*))?$/.exec(side) ?? [];
    const hash = place ? `#${encodeURIComponent(slugOf(place) || place)}` : "";
    if (!page) return hash ? { address: hash } : missing("wiki");
    const name = canonical(page);
    const beside = canonical(posix.join(posix.dirname(from.path), page));
    const slug = targets.pages.exact(beside) ?? targets.pages.ending(name) ?? targets.byTitle.get(slugOf(page));
    if (slug) return { address: `/help/articles/${slug}${hash}` };
    const file = targets.fileTails.ending(page.replace(/^\.?\//, "").toLowerCase());
    if (file) return { file, rest: "" };
  }
  return missing("wiki");
}

function absolute(targets: Targets, from: From, { address, kind }: Pick<Destination, "address" | "kind">): Resolution {
  const url = urlOf(address);
  if (!url) return kind === "picture" && address.startsWith("data:") ? { kind, why: "refused" } : null;
  const wasOurs = targets.hosts.has(url.host);
  const slug = targets.byId.get(articleIdOf(url) ?? "");
  if (slug && kind !== "picture") return { address: `/help/articles/${slug}${url.hash}` };
  const led = wasOurs ? lead(targets, from, { path: url.pathname, rest: url.hash, kind }) : null;
  if (led) return led;
  if (kind === "picture") return { kind, why: "elsewhere" };
  return wasOurs && url.pathname !== "/" ? { kind: "link", why: "missing" } : null;
}

/** Hosts by whose addresses articles are known here: what else leads there, leads to what is left behind. `own` are where articles say they were. */
export function oldHosts(byId: Targets["byId"], addresses: Iterable<string>, own: readonly string[]): Set<string> {
  const hosts = new Set(own.flatMap((address) => (ABSOLUTE.test(address) ? (urlOf(address)?.host ?? []) : [])));
  for (const address of addresses) {
    const url = ABSOLUTE.test(address) ? urlOf(address) : null;
    if (url && byId.has(articleIdOf(url) ?? "")) hosts.add(url.host);
  }
  return hosts;
}

/** The host and the path of an address on the web; null for others. */
export function urlOf(address: string): URL | null {
  const url = URL.canParse(address, "https://any.invalid") ? new URL(address, "https://any.invalid") : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function articleIdOf({ pathname }: URL): string | undefined {
  return ARTICLE.exec(pathname)?.[1];
}

/** A path without escapes; as it is where they are none. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
