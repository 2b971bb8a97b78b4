import { connection } from "next/server";
import { addressOf } from "../../components/help/json-ld.ts";
import { loadHome } from "../../components/help/load.ts";
import { allPublished } from "../../components/help/published.ts";
import { xmlResponse, xmlText } from "../../components/help/xml.ts";

/** Every public address of the help centre. https://www.sitemaps.org/protocol.html */
export async function GET(): Promise<Response> {
  // Asked of the system that runs, not while building.
  await connection();
  const [articles, { collections, products }] = await Promise.all([allPublished(), loadHome()]);
  const urls = [
    urlOf("/help"),
    ...collections.map(({ slug }) => urlOf(`/help/collections/${slug}`)),
    ...products.map(({ slug }) => urlOf(`/help/products/${slug}`)),
    ...articles.map(({ slug, updatedAt }) => urlOf(`/help/articles/${slug}`, updatedAt)),
  ];
  const set = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return xmlResponse("application/xml", set);
}

function urlOf(path: string, changed?: string): string {
  const lastmod = changed ? `<lastmod>${changed}</lastmod>` : "";
  return `<url><loc>${xmlText(addressOf(path))}</loc>${lastmod}</url>`;
}
