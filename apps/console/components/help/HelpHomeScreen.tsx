"use client";

import type { HelpHome } from "@mintreu/api/articles/reading";
import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { CollectionIcon } from "@mintreu/ui/support/CollectionIcon";
import { LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { ArticleLinks } from "./ArticleLinks.tsx";
import { WayHere } from "./WayHere.tsx";

/** The help centre as agents read it: with what is for developers and for their own desk. */
export function HelpHomeScreen({ home }: { home: HelpHome }) {
  const t = useTranslations("helpCentre");
  const { product, collections, popular, others, products } = home;
  const empty = collections.length + popular.length + others.length + products.length === 0;
  return (
    <ConsolePage
      {...(product ? { above: <WayHere path={[]} product={null} /> } : {})}
      title={product?.name ?? t("title")}
      text={product?.tagline ?? t("text")}
    >
      <div className="flex max-w-280 flex-col gap-8 px-4 py-5 md:px-6">
        {empty && <EmptyState icon={<LifeBuoy />} title={t("emptyTitle")} text={t("emptyText")} />}
        {collections.length > 0 && (
          <section aria-label={t("collections")} className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {collections.map(({ slug, name, description, icon, articles }) => (
              <Card key={slug} interactive className="flex gap-3 p-4!">
                <CollectionIcon name={icon} />
                <div className="min-w-0">
                  <h2 className="font-semibold text-md">
                    <Link href={`/help/collections/${slug}`} className="after:absolute after:inset-0">
                      {name}
                    </Link>
                  </h2>
                  {description && <p className="line-clamp-2 text-muted text-sm">{description}</p>}
                  <p className="mt-1 text-muted text-xs">{t("count", { count: articles })}</p>
                </div>
              </Card>
            ))}
          </section>
        )}
        <ArticleLinks title={t("popular")} articles={popular} />
        <ArticleLinks title={t("others")} articles={others} />
        {products.length > 0 && <Products products={products} />}
      </div>
    </ConsolePage>
  );
}

function Products({ products }: { products: HelpHome["products"] }) {
  const t = useTranslations("helpCentre");
  return (
    <section aria-labelledby="help-products">
      <h2 id="help-products" className="mb-2 font-semibold text-md">
        {t("products")}
      </h2>
      <ul className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
        {products.map(({ slug, name, hue, tagline, articles }) => (
          <li key={slug} className="border-border border-t">
            <Link href={`/help/products/${slug}`} className="flex items-center gap-3 rounded-md py-2.5 hover:bg-hover">
              <ProductMark name={name} hue={hue} size="sm" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-md">{name}</span>
                <span className="block truncate text-muted text-xs">{tagline}</span>
              </span>
              <span className="shrink-0 text-muted text-xs">{t("count", { count: articles })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
