"use client";

import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { PackageOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { FilterMenu } from "../page/FilterMenu.tsx";
import { useSearchState } from "../page/useSearchState.ts";
import { Links } from "./Links.tsx";
import { productAt, productsOf } from "./products.ts";
import { Sources } from "./Sources.tsx";

/** What each product's own documentation is, and how it is: links that readers see, sites that are read for search. */
export function DocumentationScreen() {
  const t = useTranslations("documentation");
  const [search, setSearch] = useSearchState();
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const products = productsOf(desks);
  const product = productAt(products, search.get("product"));
  return (
    <ConsolePage
      title={t("title")}
      text={t("text")}
      {...(products.length > 1
        ? {
            toolbar: (
              <FilterMenu
                label={t("product")}
                value={product?.id ?? null}
                onChange={(id) => setSearch({ product: id })}
                choices={products.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ),
          }
        : {})}
    >
      {product ? (
        <div key={product.id} className="flex max-w-220 flex-col gap-8 px-4 py-5 md:px-6">
          <Links product={product} />
          <Sources product={product} />
        </div>
      ) : (
        <EmptyState icon={<PackageOpen />} title={t("noProductsTitle")} text={t("noProductsText")} />
      )}
    </ConsolePage>
  );
}
