"use client";

import type { Figures } from "@mintreu/api/articles/schema";
import type { SearchFigures } from "@mintreu/api/search/schema";
import { useTranslations } from "next-intl";
import { ChartFigure } from "./ChartFigure.tsx";
import { SearchFunnel } from "./SearchFunnel.tsx";

/** What the charts take. */
export interface DayChartsProps {
  figures: Figures;
  /** Null while they are read. */
  searches: SearchFigures | null;
}

/** Day by day: what was read, how people voted, what they searched for. */
export function DayCharts({ figures, searches }: DayChartsProps) {
  const t = useTranslations("figures.chart");
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <ChartFigure
        title={t("reading")}
        days={figures.days}
        series={[{ key: "views", name: t("views"), colour: "var(--color-accent)" }]}
      />
      <ChartFigure
        title={t("votes")}
        days={figures.days}
        stacked
        series={[
          { key: "helpful", name: t("helpful"), colour: "var(--color-success)" },
          { key: "unhelpful", name: t("unhelpful"), colour: "var(--color-warning)" },
          { key: "tickets", name: t("tickets"), colour: "var(--color-danger)" },
        ]}
      />
      {searches && (
        <>
          <ChartFigure
            title={t("searching")}
            days={searches.days}
            series={[
              { key: "searches", name: t("searches"), colour: "var(--color-info)" },
              { key: "opened", name: t("opened"), colour: "var(--color-accent)" },
              { key: "misses", name: t("misses"), colour: "var(--color-danger)" },
            ]}
          />
          <SearchFunnel figures={searches} />
        </>
      )}
    </div>
  );
}
