import type { ArticleCard, CollectionCard, CollectionView } from "@mintreu/api/articles/reading";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { serverTrpc } from "@mintreu/ui/support/server/calls.ts";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CollectionArticles } from "../../../../../components/help/CollectionArticles.tsx";
import { Collections } from "../../../../../components/help/Collections.tsx";
import { DocumentationLinks } from "../../../../../components/help/DocumentationLinks.tsx";
import { HelpPage } from "../../../../../components/help/HelpPage.tsx";
import { JsonLd } from "../../../../../components/help/JsonLd.tsx";
import { breadcrumbData } from "../../../../../components/help/json-ld.ts";
import { loadCollection, loadHome } from "../../../../../components/help/load.ts";
import { publicPage } from "../../../../../components/help/metadata.ts";
import { OtherArticles, Popular } from "../../../../../components/help/Popular.tsx";
import { StillNeedHelp } from "../../../../../components/help/StillNeedHelp.tsx";
import { PageSection } from "../../../../../components/Page.tsx";

/** A collection that is no longer than this is shown whole where it is the only one: a card for it would be one step too many. */
const SHORT = 12;

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
  const only = await onlyCollection(collections);
  const listed = new Set((only ? articlesOf(only) : popular).map(({ id }) => id));
  return (
    <HelpPage
      title={title}
      text={product.tagline}
      mark={<ProductMark name={product.name} hue={product.hue} size="lg" />}
      path={[]}
      productId={product.id}
    >
      <JsonLd data={breadcrumbData([{ href: `/help/products/${product.slug}`, name: title }])} />
      {only && (
        <PageSection title={t("productArticles")}>
          <CollectionArticles collection={only} />
        </PageSection>
      )}
      {!only && (collections.length > 0 || nothing) && <Collections collections={collections} />}
      <DocumentationLinks links={links} />
      {!only && <Popular articles={popular} />}
      <OtherArticles articles={others.filter(({ id }) => !listed.has(id))} />
      <StillNeedHelp product={product.id} />
    </HelpPage>
  );
}

async function onlyCollection(collections: readonly CollectionCard[]): Promise<CollectionView | null> {
  const [first, ...others] = collections;
  return first && others.length === 0 && first.articles <= SHORT ? loadCollection(first.slug) : null;
}

function articlesOf({ own, sections }: CollectionView): ArticleCard[] {
  return [...own, ...sections.flatMap(({ articles }) => articles)];
}
