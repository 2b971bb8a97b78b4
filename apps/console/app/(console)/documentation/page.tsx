import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DocumentationScreen } from "../../../components/documentation/DocumentationScreen.tsx";
import { productAt, productsOf } from "../../../components/documentation/products.ts";
import { fetchFrame } from "../../../components/page/fetch-frame.ts";
import { searchParamsOf, type WithSearch } from "../../../components/page/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documentation"))("title") };
}

/** The documentation of one product: its links, and the sites that are read for it. */
export default async function DocumentationPage({ searchParams }: WithSearch) {
  await requireActor();
  const { client, queries } = serverTrpc();
  await fetchFrame();
  const desks = await client.fetchQuery(queries.desks.list.queryOptions());
  const product = productAt(productsOf(desks), (await searchParamsOf(searchParams)).get("product"));
  if (product) {
    const ofProduct = { productId: product.id };
    await orNotFound(
      Promise.all([
        client.fetchQuery(queries.documentation.links.queryOptions(ofProduct)),
        client.fetchQuery(queries.documentation.sources.queryOptions(ofProduct)),
      ]),
    );
  }
  return (
    <Hydrate>
      <DocumentationScreen />
    </Hydrate>
  );
}
