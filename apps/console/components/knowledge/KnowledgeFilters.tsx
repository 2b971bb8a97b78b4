"use client";

import { ARTICLE_STATES } from "@mintreu/api/articles/schema";
import { Input } from "@mintreu/ui/kit/Input";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { AlarmClock, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { withPaths } from "../collections/tree.ts";
import { FilterMenu, FilterSwitch } from "../page/FilterMenu.tsx";
import type { Changes } from "../page/useSearchState.ts";
import type { KnowledgePlace } from "./knowledge-place.ts";

/** What the filters take. */
export interface KnowledgeFiltersProps {
  place: KnowledgePlace;
  onChange: (changes: Changes) => void;
}

/** Narrows the list of articles by what their writers ask for. */
export function KnowledgeFilters({ place, onChange }: KnowledgeFiltersProps) {
  const t = useTranslations("knowledge");
  const api = useTRPC();
  const { data: desks = [] } = useQuery(api.desks.list.queryOptions());
  const inDesk = place.deskId ? { deskId: place.deskId } : {};
  const { data: collections = [] } = useQuery(api.articles.collections.queryOptions(inDesk));
  const products = desks
    .filter(({ id, own }) => (place.deskId ? id === place.deskId : own))
    .flatMap((desk) => desk.products);
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TitleSearch key={place.deskId} text={place.search} onChange={(q) => onChange({ q })} />
      {desks.length > 1 && (
        <FilterMenu
          label={t("desk")}
          any={t("ownDesks")}
          value={place.deskId}
          onChange={(desk) => onChange({ desk, collection: null, product: null })}
          choices={named(desks)}
        />
      )}
      <FilterMenu
        label={t("stateLabel")}
        any={t("anyState")}
        value={place.state}
        onChange={(state) => onChange({ state })}
        choices={ARTICLE_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      {collections.length > 0 && (
        <FilterMenu
          label={t("collection")}
          any={t("anyCollection")}
          value={place.collectionId}
          onChange={(collection) => onChange({ collection })}
          choices={named(withPaths(collections))}
        />
      )}
      {products.length > 0 && (
        <FilterMenu
          label={t("product")}
          any={t("anyProduct")}
          value={place.productId}
          onChange={(product) => onChange({ product })}
          choices={named(products)}
        />
      )}
      <FilterSwitch
        label={t("onlyDue")}
        icon={<AlarmClock aria-hidden />}
        on={place.due}
        onChange={(due) => onChange({ due: due ? "1" : null })}
      />
    </>
  );
}

function TitleSearch({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useTranslations("knowledge");
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useAction("filter", () => input.current?.focus());
  // Taken out of the address by "clear filters".
  useEffect(() => {
    if (text === "") setTyped("");
  }, [text]);
  return (
    <span className="w-56 max-w-full max-sm:w-full">
      <Input
        type="search"
        ref={input}
        icon={<Search />}
        aria-label={t("searchTitles")}
        placeholder={t("searchTitles")}
        maxLength={200}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value.trim());
        }}
      />
    </span>
  );
}
