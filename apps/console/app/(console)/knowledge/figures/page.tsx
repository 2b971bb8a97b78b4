import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FiguresScreen } from "../../../../components/figures/FiguresScreen.tsx";
import { figuresInputAt, figuresPlaceAt } from "../../../../components/figures/figures-place.ts";
import { fetchFrame } from "../../../../components/page/fetch-frame.ts";
import { searchParamsOf, type WithSearch } from "../../../../components/page/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("title") };
}

/** How articles do; for admins, how searches do, too. */
export default async function FiguresPage({ searchParams }: WithSearch) {
  const { role } = await requireActor();
  const { client, queries } = serverTrpc();
  const place = figuresPlaceAt(await searchParamsOf(searchParams));
  await orNotFound(
    Promise.all([
      fetchFrame(),
      client.fetchQuery(queries.articles.figures.queryOptions(figuresInputAt(place))),
      role === "admin" && client.fetchQuery(queries.search.figures.queryOptions({ days: place.days })),
    ]),
  );
  return (
    <Hydrate>
      <FiguresScreen />
    </Hydrate>
  );
}
