import { posix } from "node:path";
import type { ImportProblem } from "../schema.ts";
import type { Destination } from "./destinations.ts";

/** What addresses in imported texts can lead to. */
export interface Targets {
  /** Addresses of articles by the path of their file. */
  byPath: ReadonlyMap<string, string>;
  /** Slugs of articles by the id that they had elsewhere. */
  byId: ReadonlyMap<string, string>;
  /** Every slug that leads to an article here. */
  slugs: ReadonlySet<string>;
  /** Paths of other files. */
  files: ReadonlySet<string>;
  /** Hosts of the help centre that the texts come from. */
  hosts: ReadonlySet<string>;
}

/** What becomes of an address: another address, a file that has to be kept first, a problem, or nothing. */
export type Resolution =
  | { address: string }
  | { file: string; rest: string }
  | Pick<ImportProblem, "kind" | "why">
  | null;

const ABSOLUTE = /^[a-z][a-z\d+.-]*:|^\/\//i;
/** How help centres of many makes address an article: by its id, and often its title behind it. */
const ARTICLE = /\/articles?\/(\d+|[\w-]+)[^/]*\/?$/i;

/** Pages of the customer app that an article may lead to, and files of ours. */
const OURS = /^\/(help|files|conversations|products|sign-in)(\/|$)|^\/$/;

/** Where an address in the text of a file leads. */
export function resolve(targets: Targets, from: string, { address, kind }: Destination): Resolution {
  if (address.startsWith("#") || address === "") return null;
  if (ABSOLUTE.test(address)) return absolute(targets, address, kind);
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const hash = rest.slice(rest.indexOf("#") === -1 ? rest.length : rest.indexOf("#"));
  const slug = /^\/help\/articles\/([^/]+)$/.exec(path)?.[1];
  if (slug) return targets.slugs.has(slug) ? null : { kind: "link", why: "missing" };
  if (OURS.test(path)) return null;
  const named = decoded(path).normalize("NFC");
  const target = named.startsWith("/") ? named.slice(1) : posix.join(posix.dirname(from), named);
  const article = targets.byPath.get(target) ?? targets.byPath.get(`${target}.md`);
  if (article) return { address: `/help/articles/${article}${hash}` };
  if (targets.files.has(target)) return { file: target, rest };
  return { kind: kind === "picture" ? "picture" : "link", why: "missing" };
}

function absolute({ byId, hosts }: Targets, address: string, kind: Destination["kind"]): Resolution {
  const url = urlOf(address);
  if (!url) return null;
  if (kind === "picture") return { kind: "picture", why: "elsewhere" };
  const slug = byId.get(articleIdOf(url) ?? "");
  if (slug) return { address: `/help/articles/${slug}${url.hash}` };
  return hosts.has(url.host) ? { kind: "link", why: "missing" } : null;
}

/** Hosts by whose addresses articles are known here: what else leads there, leads to what is left behind. */
export function oldHosts(byId: Targets["byId"], addresses: Iterable<string>): Set<string> {
  const hosts = new Set<string>();
  for (const address of addresses) {
    const url = ABSOLUTE.test(address) ? urlOf(address) : null;
    if (url && byId.has(articleIdOf(url) ?? "")) hosts.add(url.host);
  }
  return hosts;
}

function articleIdOf({ pathname }: URL): string | undefined {
  return ARTICLE.exec(pathname)?.[1];
}

function urlOf(address: string): URL | null {
  const url = URL.canParse(address, "https://any.invalid") ? new URL(address, "https://any.invalid") : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
