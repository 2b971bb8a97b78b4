import type { SitemapAddress, SitemapPart } from "@mintreu/api/articles/reading";
import type { SitemapKind } from "@mintreu/api/articles/schema";
import { addressOf } from "./json-ld.ts";
import { xmlText } from "./xml.ts";

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Where the parts of the sitemap are; the start page, which belongs to none, is in the first. */
export function indexXml(parts: readonly SitemapPart[]): string {
  const queries = ["start", ...parts.map(({ kind, from }) => `${kind}=${from}`)];
  const sitemaps = queries.map((query) => `<sitemap><loc>${locOf(`/sitemap.xml?${query}`)}</loc></sitemap>`);
  return `<sitemapindex ${NAMESPACE}>\n${sitemaps.join("\n")}\n</sitemapindex>\n`;
}

/** The start page of the help centre alone. */
export function startXml(): string {
  return urlSet([`<url><loc>${locOf("/help")}</loc></url>`]);
}

/** What one part lists. */
export function partXml(kind: SitemapKind, addresses: readonly SitemapAddress[]): string {
  return urlSet(
    addresses.map(({ slug, updatedAt }) => {
      const lastmod = updatedAt === null ? "" : `<lastmod>${updatedAt}</lastmod>`;
      return `<url><loc>${locOf(`/help/${kind}/${slug}`)}</loc>${lastmod}</url>`;
    }),
  );
}

function urlSet(urls: readonly string[]): string {
  return `<urlset ${NAMESPACE}>\n${urls.join("\n")}\n</urlset>\n`;
}

function locOf(path: string): string {
  return xmlText(addressOf(path));
}
