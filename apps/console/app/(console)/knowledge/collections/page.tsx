import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CollectionsScreen } from "../../../../components/collections/CollectionsScreen.tsx";
import { fetchFrame } from "../../../../components/page/fetch-frame.ts";
import { searchParamsOf, type WithSearch } from "../../../../components/page/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("collections"))("title") };
}

/** The collections of one desk, in their order. */
export default async function CollectionsPage({ searchParams }: WithSearch) {
  await requireActor();
  const { client, queries } = serverTrpc();
  await fetchFrame();
  const wanted = (await searchParamsOf(searchParams)).get("desk");
  const desks = await client.fetchQuery(queries.desks.list.queryOptions());
  const deskId = desks.find(({ id }) => id === wanted)?.id ?? desks[0]?.id;
  if (deskId) {
    await orNotFound(
      Promise.all([
        client.fetchQuery(queries.articles.collections.queryOptions({ deskId })),
        client.fetchQuery(queries.articles.choices.queryOptions({ deskId })),
      ]),
    );
  }
  return (
    <Hydrate>
      <CollectionsScreen />
    </Hydrate>
  );
}
