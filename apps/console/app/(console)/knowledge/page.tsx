import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KnowledgeScreen } from "../../../components/knowledge/KnowledgeScreen.tsx";
import { knowledgePlaceAt, listInputAt } from "../../../components/knowledge/knowledge-place.ts";
import { fetchFrame } from "../../../components/page/fetch-frame.ts";
import { searchParamsOf, type WithSearch } from "../../../components/page/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("knowledge"))("title") };
}

/** The articles of one's desks, with what narrows them in the address. */
export default async function KnowledgePage({ searchParams }: WithSearch) {
  await requireActor();
  const { client, queries } = serverTrpc();
  const place = knowledgePlaceAt(await searchParamsOf(searchParams));
  const list = queries.articles.list.infiniteQueryOptions(listInputAt(place), {
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const ofDesk = place.deskId ? { deskId: place.deskId } : {};
  await orNotFound(
    Promise.all([
      fetchFrame(),
      client.fetchInfiniteQuery(list),
      client.fetchQuery(queries.articles.collections.queryOptions(ofDesk)),
    ]),
  );
  return (
    <Hydrate>
      <KnowledgeScreen />
    </Hydrate>
  );
}
