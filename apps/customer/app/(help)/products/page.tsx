import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import { Package } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "../../../components/Page.tsx";
import { ProductGrid } from "../../../components/products/ProductGrid.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("title") };
}

/** Everything one has bought. */
export default async function ProductsPage() {
  await requireActor();
  const { client, queries } = serverTrpc();
  const products = await client.fetchQuery(queries.marketplace.products.queryOptions());
  const t = await getTranslations("products");
  return (
    <Page title={t("title")} text={t("text")}>
      {products.length === 0 ? (
        <Card flush>
          <EmptyState icon={<Package />} title={t("none")} text={t("noneText")} />
        </Card>
      ) : (
        <ProductGrid products={products} as="h2" />
      )}
    </Page>
  );
}
