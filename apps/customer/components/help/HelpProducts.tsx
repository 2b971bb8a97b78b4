import type { HelpHome } from "@mintreu/api/articles/reading";
import { Card } from "@mintreu/ui/kit/Card";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageSection } from "../Page.tsx";

/** Products that have help of their own. */
export function HelpProducts({ products }: Pick<HelpHome, "products">) {
  const t = useTranslations("help");
  if (products.length === 0) return null;
  return (
    <PageSection title={t("products")}>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {products.map(({ slug, name, hue, tagline, articles }) => (
          <li key={slug} className="flex min-w-0">
            <Card interactive className="flex min-w-0 flex-1 items-center gap-3.5">
              <ProductMark name={name} hue={hue} />
              <div className="min-w-0 flex-1">
                <h3 className="truncate font-semibold text-base">
                  <Link
                    href={`/help/products/${slug}`}
                    prefetch={false}
                    className="after:absolute after:inset-0 after:rounded-lg"
                  >
                    <bdi>{name}</bdi>
                  </Link>
                </h3>
                <p className="line-clamp-2 stand-with-ours text-muted text-sm" dir="auto">
                  {tagline || t("articles", { count: articles })}
                </p>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
