"use client";

import { Card } from "@mintreu/ui/kit/Card";
import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";

/** Numbers of one day. */
export type Day<Key extends string> = { day: string } & Record<Key, number>;

/** One line or colour of a chart. */
export interface Series<Key extends string> {
  key: Key;
  name: string;
  /** A token of the theme. */
  colour: string;
}

/** What a chart takes. */
export interface ChartFigureProps<Key extends string> {
  title: string;
  days: readonly Day<Key>[];
  series: readonly Series<Key>[];
  /** The series are parts of one whole. */
  stacked?: boolean;
}

// The library weighs more than the rest of the page: only who looks at a chart gets it.
const DayChart = dynamic(() => import("./DayChart.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-56" />,
});

/** A chart of days with its legend; the same numbers stand in a table for whoever would rather read, or hear. */
export function ChartFigure<Key extends string>({ title, days, series, stacked = false }: ChartFigureProps<Key>) {
  const t = useTranslations("figures.chart");
  return (
    <Card className="min-w-0 p-4!">
      <figure>
        <figcaption className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          <h2 className="me-auto font-semibold text-md">{title}</h2>
          {series.map(({ key, name, colour }) => (
            <span key={key} className="flex items-center gap-1.5 text-muted text-xs">
              <span aria-hidden className="size-2.5 rounded-xs" style={{ backgroundColor: colour }} />
              {name}
            </span>
          ))}
        </figcaption>
        <div aria-hidden dir="ltr" className="h-56">
          <DayChart days={days} series={series} stacked={stacked} />
        </div>
        <details className="mt-2 text-sm">
          <summary className="w-fit rounded-sm py-1 text-muted text-xs hover:text-text">{t("asTable")}</summary>
          <DayTable title={title} days={days} series={series} />
        </details>
      </figure>
    </Card>
  );
}

function DayTable<Key extends string>({ title, days, series }: Omit<ChartFigureProps<Key>, "stacked">) {
  const t = useTranslations("figures.chart");
  const format = useFormatter();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section aria-label={title} tabIndex={0} className="pane-scroll mt-1 max-h-60">
      <table className="w-full text-xs tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-raised">
          <tr>
            <th scope="col" className="py-1 text-start font-medium text-muted">
              {t("day")}
            </th>
            {series.map(({ key, name }) => (
              <th key={key} scope="col" className="py-1 text-end font-medium text-muted">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day} className="border-border border-t">
              <th scope="row" className="py-1 text-start font-normal">
                <time dateTime={day.day}>
                  {format.dateTime(new Date(day.day), { dateStyle: "medium", timeZone: "UTC" })}
                </time>
              </th>
              {series.map(({ key }) => (
                <td key={key} className="py-1 text-end">
                  {format.number(day[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
