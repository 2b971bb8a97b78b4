import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { serverTrpc } from "@mintreu/ui/support/server/calls.ts";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Collections } from "../../../../../components/help/Collections.tsx";
import { DocumentationLinks } from "../../../../../components/help/DocumentationLinks.tsx";
import { HelpPage } from "../../../../../components/help/HelpPage.tsx";
import { JsonLd } from "../../../../../components/help/JsonLd.tsx";
import { breadcrumbData } from "../../../../../components/help/json-ld.ts";
import { loadHome } from "../../../../../components/help/load.ts";
import { publicPage } from "../../../../../components/help/metadata.ts";
import { OtherArticles, Popular } from "../../../../../components/help/Popular.tsx";
import { StillNeedHelp } from "../../../../../components/help/StillNeedHelp.tsx";

interface ProductHelpPageProps {
  params: Promise<{ slug: string }>;
}

async function load({ params }: ProductHelpPageProps) {
  const { product, ...home } = await loadHome((await params).slug);
  if (!product) notFound();
  return { product, ...home };
}

export async function generateMetadata(props: ProductHelpPageProps): Promise<Metadata> {
  const { product } = await load(props);
  const t = await getTranslations("help");
  return publicPage({
    path: `/help/products/${product.slug}`,
    title: t("productTitle", { name: product.name }),
    description: t("productText", { name: product.name, tagline: product.tagline }),
  });
}

/** Help with one product: its documentation, its collections, its articles. */
export default async function ProductHelpPage(props: ProductHelpPageProps) {
  const { product, collections, popular, others } = await load(props);
  const { client, queries } = serverTrpc();
  const links = await client.fetchQuery(queries.documentation.ofProduct.queryOptions({ productId: product.id }));
  const t = await getTranslations("help");
  const title = t("productTitle", { name: product.name });
  const nothing = collections.length + popular.length + links.length === 0;
  return (
    <HelpPage
      title={title}
      text={product.tagline}
      mark={<ProductMark name={product.name} hue={product.hue} size="lg" />}
      path={[]}
      productId={product.id}
    >
      <JsonLd data={breadcrumbData([{ href: `/help/products/${product.slug}`, name: title }])} />
      {(collections.length > 0 || nothing) && <Collections collections={collections} />}
      <DocumentationLinks links={links} />
      <Popular articles={popular} />
      <OtherArticles articles={others.filter(({ id }) => !popular.some((article) => article.id === id))} />
      <StillNeedHelp product={product.id} />
    </HelpPage>
  );
}
