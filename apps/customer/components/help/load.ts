import { orNotFound, serverTrpc } from "@mintreu/ui/support/server/calls.ts";
import { permanentRedirect } from "next/navigation";

/** The start of the help centre, or of one product in it. */
export function loadHome(product?: string) {
  const { client, queries } = serverTrpc();
  return orNotFound(client.fetchQuery(queries.articles.home.queryOptions(product ? { product } : {})));
}

/** A collection with all that its reader may read in it. */
export function loadCollection(slug: string) {
  const { client, queries } = serverTrpc();
  return orNotFound(client.fetchQuery(queries.articles.collection.queryOptions({ slug })));
}

/** An article; an address it had before leads to the one it has. */
export async function loadArticle(slug: string) {
  const { client, queries } = serverTrpc();
  const answer = await orNotFound(client.fetchQuery(queries.articles.read.queryOptions({ slug })));
  if ("movedTo" in answer) permanentRedirect(`/help/articles/${answer.movedTo}`);
  return answer.article;
}
