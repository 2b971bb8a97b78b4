"use client";

import { SegmentedControl } from "@mintreu/ui/kit/SegmentedControl";
import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { FilterMenu } from "../page/FilterMenu.tsx";
import { PageFailure } from "../page/PageFailure.tsx";
import { useSearchState } from "../page/useSearchState.ts";
import { ArticleFigures } from "./ArticleFigures.tsx";
import { Comments } from "./Comments.tsx";
import { DayCharts } from "./DayCharts.tsx";
import { EmptyFigures } from "./EmptyFigures.tsx";
import { figuresInputAt, figuresPlaceAt, PERIODS } from "./figures-place.ts";
import { TopSearches } from "./TopSearches.tsx";
import { Totals } from "./Totals.tsx";

/** Searches that are listed. */
const SHOWN = 15;

/** How articles and searches do: what is read, whether it helps, and where people write all the same. */
export function FiguresScreen() {
  const t = useTranslations("figures");
  const [search, setSearch] = useSearchState();
  const place = figuresPlaceAt(search);
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  return (
    <ConsolePage
      title={t("title")}
      text={t("text")}
      toolbar={
        <>
          {desks.length > 1 && (
            <FilterMenu
              label={t("desk")}
              any={t("ownDesks")}
              value={place.deskId}
              onChange={(desk) => setSearch({ desk })}
              choices={desks.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SegmentedControl
            label={t("period")}
            value={`${place.days}`}
            onChange={(days) => setSearch({ days })}
            segments={PERIODS.map((days) => ({ value: `${days}`, label: t("days", { count: days }) }))}
          />
        </>
      }
    >
      <Figures {...place} />
    </ConsolePage>
  );
}

function Figures(place: ReturnType<typeof figuresPlaceAt>) {
  const api = useTRPC();
  const { me } = useLive();
  const options = { placeholderData: keepPreviousData, staleTime: 30_000 };
  const articles = useQuery(api.articles.figures.queryOptions(figuresInputAt(place), options));
  // What people search for is the whole platform's: admins see it.
  const searches = useQuery(
    api.search.figures.queryOptions({ days: place.days }, { ...options, enabled: me.role === "admin" }),
  );
  if (articles.isError) return <PageFailure onRetry={() => articles.refetch()} />;
  if (!articles.data) return <FiguresSkeleton />;
  const { data } = articles;
  const nothing =
    data.totals.views === 0 && data.articles.length === 0 && !searches.data?.days.some((day) => day.searches);
  if (nothing) return <EmptyFigures />;
  return (
    <div className="flex flex-col gap-8 px-4 py-5 md:px-6">
      <Totals totals={data.totals} storage={data.storage} />
      <DayCharts figures={data} searches={searches.data ?? null} />
      <ArticleFigures articles={data.articles} />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-2">
        {searches.data && <TopSearches top={searches.data.top.slice(0, SHOWN)} />}
        <Comments comments={data.comments} />
      </div>
    </div>
  );
}

function FiguresSkeleton() {
  const t = useTranslations("kit");
  return (
    <div aria-busy="true" className="flex flex-col gap-6 px-4 py-5 md:px-6">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        {["views", "helpful", "tickets", "avoided"].map((name) => (
          <Skeleton key={name} className="h-24" />
        ))}
      </div>
      <Skeleton className="h-64" />
    </div>
  );
}
