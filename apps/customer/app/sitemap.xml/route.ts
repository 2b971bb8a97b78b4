import { SITEMAP_KINDS, type SitemapKind } from "@mintreu/api/articles/schema";
import { orNotFound, serverTrpc } from "@mintreu/ui/support/server/calls.ts";
import { connection } from "next/server";
import { indexXml, partXml, startXml } from "../../components/help/sitemap.ts";
import { xmlResponse } from "../../components/help/xml.ts";

/**
 * Every public address of the help centre: an index, and its parts under the same address with a query, since a sitemap speaks
 * for what lies beside it or below. https://www.sitemaps.org/protocol.html
 */
export async function GET(request: Request): Promise<Response> {
  // Asked of the system that runs, not while building.
  await connection();
  const asked = new URL(request.url).searchParams;
  if (asked.has("start")) return xmlResponse("application/xml", startXml());
  const kind = SITEMAP_KINDS.find((name) => asked.has(name));
  return xmlResponse("application/xml", await (kind ? part(kind, asked.get(kind) ?? "") : index()));
}

async function index(): Promise<string> {
  const { client, queries } = serverTrpc();
  return indexXml(await client.fetchQuery(queries.articles.sitemap.queryOptions()));
}

async function part(kind: SitemapKind, from: string): Promise<string> {
  const { client, queries } = serverTrpc();
  return partXml(kind, await orNotFound(client.fetchQuery(queries.articles.sitemapPart.queryOptions({ kind, from }))));
}
