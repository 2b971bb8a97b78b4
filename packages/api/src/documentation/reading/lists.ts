import { MAX_PAGES } from "../schema.ts";
import { LIMITS } from "../site.ts";
import type { ReadList } from "./calls.ts";

/** Addresses that are looked at before those are left out that may not be read. */
const LOOKED_AT = 20 * MAX_PAGES;

/**
 * The addresses of a sitemap, or of the sitemaps that an index of them names. Looks for `<loc>` alone: one pass, whatever is
 * in between.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export function readSitemap(text: string): ReadList {
  const isIndex = text.slice(0, 4_000).includes("<sitemapindex");
  const found: string[] = [];
  for (let at = text.indexOf("<loc>"); at >= 0 && found.length < LOOKED_AT; ) {
    const end = text.indexOf("</loc>", at);
    if (end < 0) break;
    if (end - at < 3_000) found.push(plain(text.slice(at + "<loc>".length, end)));
    at = text.indexOf("<loc>", end);
  }
  return isIndex ? { pages: [], lists: found.slice(0, LIMITS.lists) } : { pages: found, lists: [] };
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  const inner = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(text)?.[1];
  if (inner !== undefined) return inner.trim();
  return text.trim().replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? "");
}

/** A link in Markdown; both parts have an end, so that a text of brackets takes no longer than others. */
const LINK = /\[[^\][\n]{0,300}\]\(\s{0,5}<?([^\s<>()]{1,2000})/g;

/**
 * The addresses that an llms.txt links to.
 *
 * @see https://llmstxt.org
 */
export function readLlms(text: string, url: string): ReadList {
  const pages: string[] = [];
  for (const [, target] of text.matchAll(LINK)) {
    if (target && URL.canParse(target, url)) pages.push(new URL(target, url).href);
    if (pages.length === LOOKED_AT) break;
  }
  return { pages, lists: [] };
}
