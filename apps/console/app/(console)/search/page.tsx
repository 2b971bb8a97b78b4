import { Hydrate, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fetchFrame } from "../../../components/page/fetch-frame.ts";
import { searchParamsOf, type WithSearch } from "../../../components/page/search-params.ts";
import { SearchScreen } from "../../../components/search/SearchScreen.tsx";
import { queryAt, searchPlaceAt } from "../../../components/search/search-place.ts";

export async function generateMetadata({ searchParams }: WithSearch): Promise<Metadata> {
  const t = await getTranslations("finder");
  const { text } = searchPlaceAt(await searchParamsOf(searchParams));
  return { title: text ? t("resultsFor", { text }) : t("title") };
}

/** Everything that a search finds; the address says which. */
export default async function SearchPage({ searchParams }: WithSearch) {
  await requireActor();
  const { client, queries } = serverTrpc();
  const place = searchPlaceAt(await searchParamsOf(searchParams));
  await Promise.all([fetchFrame(), place.text && client.fetchQuery(queries.search.query.queryOptions(queryAt(place)))]);
  return (
    <Hydrate>
      <SearchScreen />
    </Hydrate>
  );
}
