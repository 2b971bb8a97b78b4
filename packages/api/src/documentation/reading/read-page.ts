import type { ProductPage } from "@mintreu/db/generated/client";
import { LIMITS } from "../site.ts";
import type { ReadPage } from "./calls.ts";
import { problemOf, type SiteVisit } from "./site-visit.ts";
import { decoded, typeOf } from "./text-of.ts";

/** What became of a page since it was read before. */
export type Visited =
  | { kind: "read"; page: Omit<ReadPage, "hidden">; etag: string | null; lastModified: string | null }
  /** As it was, or not to be had at the moment. */
  | { kind: "unchanged" }
  | { kind: "gone" };

const HTML = new Set(["text/html", "application/xhtml+xml"]);
const MARKDOWN = new Set(["text/markdown", "text/x-markdown", "text/plain"]);

/** Reads one page of a site. What fails for the moment leaves the page as it was. */
export async function readPage(visit: SiteVisit, url: string, before: ProductPage | null): Promise<Visited> {
  try {
    const answer = await visit.get(new URL(url), {
      maxBytes: LIMITS.pageBytes,
      obedient: true,
      headers: { accept: "text/html, text/markdown;q=0.9, text/plain;q=0.8", ...conditionsOf(before) },
    });
    const { status, headers } = answer;
    if (status === 304) return { kind: "unchanged" };
    // A redirect that must not be followed leads away from the site.
    if (status === 404 || status === 410 || (status >= 300 && status < 400)) return { kind: "gone" };
    if (status !== 200) return { kind: "unchanged" };
    if (/noindex|none/i.test(String(headers["x-robots-tag"] ?? ""))) return { kind: "gone" };
    const read = HTML.has(typeOf(answer)) ? "html" : MARKDOWN.has(typeOf(answer)) ? "markdown" : null;
    if (!read) return { kind: "gone" };
    const { hidden, ...page } = await visit.thread.call(read, { text: decoded(answer) });
    if (hidden || page.text === "") return { kind: "gone" };
    const named = { ...page, title: page.title || lastPartOf(url) };
    return { kind: "read", page: named, etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
  } catch (error) {
    problemOf(error);
    return { kind: "unchanged" };
  }
}

function conditionsOf(before: ProductPage | null): Record<string, string> {
  return {
    ...(before?.etag ? { "if-none-match": before.etag } : {}),
    ...(before?.lastModified ? { "if-modified-since": before.lastModified } : {}),
  };
}

/** A name for a page without a title. */
function lastPartOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  return pathname.split("/").findLast((part) => part !== "") ?? hostname;
}
