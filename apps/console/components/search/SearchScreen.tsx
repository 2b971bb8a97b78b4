"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Input } from "@mintreu/ui/kit/Input";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { PageFailure } from "../page/PageFailure.tsx";
import { useSearchState } from "../page/useSearchState.ts";
import { BoxNotes } from "./BoxNotes.tsx";
import { ResultList } from "./ResultList.tsx";
import { SearchFilters } from "./SearchFilters.tsx";
import { pagesOf, queryAt, type SearchPlace, searchPlaceAt } from "./search-place.ts";

/** Everything that a search finds, page by page, and what narrows it. */
export function SearchScreen() {
  const t = useTranslations("finder");
  const [search, setSearch] = useSearchState();
  const place = searchPlaceAt(search);
  return (
    <ConsolePage
      title={place.text ? t("resultsFor", { text: place.text }) : t("title")}
      toolbar={
        <>
          <Field key={place.text} text={place.text} onSearch={(q) => setSearch({ q, page: null }, "push")} />
          <SearchFilters place={place} onChange={(changes) => setSearch({ ...changes, page: null }, "push")} />
        </>
      }
    >
      <Results
        place={place}
        onPage={(page) => setSearch({ page: `${page}` }, "push")}
        onSearch={(q) => setSearch({ q, page: null }, "push")}
      />
    </ConsolePage>
  );
}

function Field({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const t = useTranslations("finder");
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useAction("filter", () => input.current?.focus());
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element would need the form inside all the same
    <form
      role="search"
      className="mb-1 w-full max-w-140"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Input
        size="lg"
        type="search"
        ref={input}
        icon={<Search />}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </form>
  );
}

interface ResultsProps {
  place: SearchPlace;
  onPage: (page: number) => void;
  onSearch: (text: string) => void;
}

function Results({ place, onPage, onSearch }: ResultsProps) {
  const t = useTranslations("finder");
  const api = useTRPC();
  const {
    data: answer,
    isPending,
    isError,
    refetch,
  } = useQuery(
    api.search.query.queryOptions(queryAt(place), {
      enabled: place.text !== "",
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),
  );
  if (place.text === "") return <EmptyState icon={<Search />} title={t("emptyTitle")} text={t("emptyText")} />;
  if (isError) return <PageFailure onRetry={() => refetch()} />;
  if (isPending || !answer) return <SkeletonRows />;
  return (
    <div className="max-w-220 px-2 pb-8 md:px-4">
      <div className="px-2 pt-3">
        {answer.total > 0 && (
          <p aria-hidden className="text-muted text-xs">
            {t("count", { count: answer.total })}
          </p>
        )}
        <BoxNotes
          answer={answer}
          failed={false}
          wanted={{ text: place.text, scope: "all" }}
          none={false}
          onSuggestion={onSearch}
        />
      </div>
      {answer.hits.length === 0 && (
        <EmptyState icon={<SearchX />} title={t("none", { text: place.text })} text={t("noneText")} />
      )}
      <ResultList answer={answer} text={place.text} />
      <Pages page={place.page} pages={pagesOf(answer.total)} onPage={onPage} />
    </div>
  );
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useTranslations("finder");
  if (pages === 1) return null;
  return (
    <nav aria-label={t("pages")} className="flex items-center gap-2 px-2 pt-4">
      <Button size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t("previous")}
      </Button>
      <span className="text-muted text-sm tabular-nums">{t("page", { page, pages })}</span>
      <Button size="sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t("next")}
      </Button>
    </nav>
  );
}
