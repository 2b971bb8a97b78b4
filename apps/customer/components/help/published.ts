import type { PublishedArticle, PublishedPage } from "@mintreu/api/articles/reading";
import { serverTrpc } from "@mintreu/ui/support/server/calls.ts";

/** As many addresses as a sitemap may have. https://www.sitemaps.org/protocol.html */
const MOST = 50_000;

/** Every article that anybody may read, what changed last first. */
export async function allPublished(): Promise<PublishedArticle[]> {
  const { client, queries } = serverTrpc();
  const all: PublishedArticle[] = [];
  let cursor: string | null = null;
  do {
    const input: { cursor: string | null } = { cursor };
    const { articles, nextCursor }: PublishedPage = await client.fetchQuery(
      queries.articles.published.queryOptions(input),
    );
    all.push(...articles);
    cursor = nextCursor;
  } while (cursor && all.length < MOST);
  return all.slice(0, MOST);
}

/** The newest of them. */
export async function newestPublished(count: number): Promise<PublishedArticle[]> {
  const { client, queries } = serverTrpc();
  const { articles } = await client.fetchQuery(queries.articles.published.queryOptions({}));
  return articles.slice(0, count);
}
