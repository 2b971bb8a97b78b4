import type { PublishedArticle } from "@mintreu/api/articles/reading";
import { serverTrpc } from "@mintreu/ui/support/server/calls.ts";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { addressOf } from "../../../components/help/json-ld.ts";
import { xmlResponse, xmlText } from "../../../components/help/xml.ts";

const ENTRIES = 30;

/** What was written or changed last, for feed readers. https://www.rfc-editor.org/rfc/rfc4287 */
export async function GET(): Promise<Response> {
  // Asked of the system that runs, not while building.
  await connection();
  const { client, queries } = serverTrpc();
  const articles = await client.fetchQuery(queries.articles.published.queryOptions({ count: ENTRIES }));
  const t = await getTranslations("help");
  const updated = articles[0]?.updatedAt ?? new Date(0).toISOString();
  const feed = [
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xmlText(addressOf("/help"))}</id>`,
    `<title>${xmlText(t("title"))} · Mintreu</title>`,
    `<subtitle>${xmlText(t("description"))}</subtitle>`,
    `<updated>${updated}</updated>`,
    "<author><name>Mintreu</name></author>",
    `<link rel="self" href="${xmlText(addressOf("/help/feed.xml"))}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(addressOf("/help"))}"/>`,
    ...articles.map(entryOf),
    "</feed>\n",
  ];
  return xmlResponse("application/atom+xml", feed.join("\n"));
}

/** An entry is known by the article's id: its address may change. */
function entryOf({ id, slug, title, summary, updatedAt, publishedAt }: PublishedArticle): string {
  return [
    `<entry><id>urn:uuid:${id}</id><title>${xmlText(title)}</title>`,
    `<updated>${updatedAt}</updated><published>${publishedAt}</published>`,
    `<link rel="alternate" type="text/html" href="${xmlText(addressOf(`/help/articles/${slug}`))}"/>`,
    `${summary && `<summary>${xmlText(summary)}</summary>`}</entry>`,
  ].join("");
}
