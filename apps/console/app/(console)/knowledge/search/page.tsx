import { Hydrate, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fetchFrame } from "../../../../components/page/fetch-frame.ts";
import { RelevanceScreen } from "../../../../components/relevance/RelevanceScreen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("relevance"))("title") };
}

/** What admins do about search; for everybody else there is nothing here. */
export default async function RelevancePage() {
  const { role } = await requireActor();
  if (role !== "admin") notFound();
  const { client, queries } = serverTrpc();
  await Promise.all([
    fetchFrame(),
    client.fetchQuery(queries.search.misses.queryOptions({ days: 30 })),
    client.fetchQuery(queries.search.synonyms.queryOptions()),
    client.fetchQuery(queries.search.promotions.queryOptions()),
    client.fetchQuery(queries.search.stopWords.queryOptions()),
  ]);
  return (
    <Hydrate>
      <RelevanceScreen />
    </Hydrate>
  );
}
