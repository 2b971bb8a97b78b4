"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { DOCUMENT_KINDS } from "@mintreu/api/search/schema";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { FilterMenu, FilterSwitch } from "../page/FilterMenu.tsx";
import type { Changes } from "../page/useSearchState.ts";
import { queryAt, type SearchPlace } from "./search-place.ts";

/** What the filters take. */
export interface SearchFiltersProps {
  place: SearchPlace;
  onChange: (changes: Changes) => void;
}

/** Narrows the results; each choice says how much it would leave. */
export function SearchFilters({ place, onChange }: SearchFiltersProps) {
  const t = useTranslations("finder");
  const format = useFormatter();
  const { kinds, products } = useFacets(place);
  const named = (name: string, count: number) => t("choice", { name, count: format.number(count) });
  return (
    <>
      <FilterMenu
        label={t("scope.label")}
        any={t("scope.all")}
        value={place.kind}
        onChange={(kind) => onChange({ kind })}
        choices={DOCUMENT_KINDS.map((kind) => ({
          value: kind,
          label: named(t(`scope.${kind}`), kinds.find((each) => each.kind === kind)?.count ?? 0),
        }))}
      />
      {(products.length > 0 || place.productId) && (
        <FilterMenu
          label={t("product")}
          any={t("anyProduct")}
          value={place.productId}
          onChange={(product) => onChange({ product })}
          choices={products.map(({ id, name, count }) => ({ value: id, label: named(name, count) }))}
        />
      )}
      <FilterSwitch label={t("onlyOpen")} on={place.open} onChange={(open) => onChange({ open: open ? "1" : null })} />
    </>
  );
}

const NONE: SearchAnswer["facets"] = { kinds: [], products: [] };

/** How much there is of each kind and product without the filters: choices must not vanish once one is taken. */
function useFacets(place: SearchPlace): SearchAnswer["facets"] {
  const api = useTRPC();
  const whole = queryAt({ ...place, kind: null, productId: null, open: false, page: 1 });
  const { data } = useQuery(
    api.search.query.queryOptions(whole, {
      enabled: place.text !== "",
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),
  );
  return data?.facets ?? NONE;
}
