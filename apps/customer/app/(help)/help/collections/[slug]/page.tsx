import { CollectionIcon } from "@mintreu/ui/support/CollectionIcon";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CollectionArticles } from "../../../../../components/help/CollectionArticles.tsx";
import { HelpPage } from "../../../../../components/help/HelpPage.tsx";
import { JsonLd } from "../../../../../components/help/JsonLd.tsx";
import { breadcrumbData } from "../../../../../components/help/json-ld.ts";
import { loadCollection } from "../../../../../components/help/load.ts";
import { publicPage } from "../../../../../components/help/metadata.ts";
import { StillNeedHelp } from "../../../../../components/help/StillNeedHelp.tsx";

interface CollectionPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: CollectionPageProps): Promise<Metadata> {
  const { slug, name, description } = await loadCollection((await params).slug);
  const t = await getTranslations("help");
  return publicPage({
    path: `/help/collections/${slug}`,
    title: name,
    description: description || t("collectionText", { name }),
  });
}

/** A collection: its own articles, then its sections with theirs. */
export default async function CollectionPage({ params }: CollectionPageProps) {
  const collection = await loadCollection((await params).slug);
  const { slug, name, description, icon, parent, product } = collection;
  const path = [
    ...(product ? [{ href: `/help/products/${product.slug}`, name: product.name }] : []),
    ...(parent ? [{ href: `/help/collections/${parent.slug}`, name: parent.name }] : []),
  ];
  return (
    <HelpPage title={name} text={description} mark={<CollectionIcon name={icon} />} path={path}>
      <JsonLd data={breadcrumbData([...path, { href: `/help/collections/${slug}`, name }])} />
      <CollectionArticles collection={collection} />
      <StillNeedHelp />
    </HelpPage>
  );
}
