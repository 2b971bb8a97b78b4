"use client";

import type { SearchFigures } from "@mintreu/api/search/schema";
import { Card } from "@mintreu/ui/kit/Card";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

const STEPS = [
  { key: "searches", colour: "bg-info" },
  { key: "opened", colour: "bg-accent" },
  { key: "helped", colour: "bg-success" },
  { key: "tickets", colour: "bg-danger" },
  { key: "misses", colour: "bg-warning" },
] as const;

/** What searches led to in all, and the searches that were asked most. */
export function SearchFunnel({ figures }: { figures: SearchFigures }) {
  const t = useTranslations("figures.funnel");
  const format = useFormatter();
  const sums = STEPS.map(({ key, colour }) => ({
    key,
    colour,
    sum: figures.days.reduce((sum, day) => sum + day[key], 0),
  }));
  const all = Math.max(1, sums[0]?.sum ?? 0);
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Card className="p-4!">
        <h2 className="mb-3 font-semibold text-md">{t("title")}</h2>
        <dl className="flex flex-col gap-2.5">
          {sums.map(({ key, colour, sum }) => (
            <div key={key}>
              <div className="flex items-baseline gap-2 text-sm">
                <dt>{t(key)}</dt>
                <dd className="ms-auto tabular-nums">
                  {format.number(sum)}{" "}
                  <span className="inline-block w-12 text-end text-muted text-xs">
                    {format.number(sum / all, { style: "percent", maximumFractionDigits: 0 })}
                  </span>
                </dd>
              </div>
              <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-hover">
                <div className={`h-full rounded-full ${colour}`} style={{ inlineSize: `${(sum / all) * 100}%` }} />
              </div>
            </div>
          ))}
        </dl>
      </Card>
      <TopSearches top={figures.top} />
    </div>
  );
}

const number = "py-1.5 ps-3 text-end tabular-nums";

function TopSearches({ top }: { top: SearchFigures["top"] }) {
  const t = useTranslations("figures.funnel");
  const format = useFormatter();
  if (top.length === 0) return null;
  return (
    <Card className="min-w-0 p-4!">
      <table className="w-full text-sm">
        <caption className="mb-2 text-start font-semibold text-md">{t("top")}</caption>
        <thead className="text-muted text-xs">
          <tr>
            <th scope="col" className="py-1 text-start font-medium">
              {t("query")}
            </th>
            {(["times", "opened", "tickets"] as const).map((key) => (
              <th key={key} scope="col" className="py-1 ps-3 text-end font-medium">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {top.map(({ query, times, opened, tickets }) => (
            <tr key={query} className="border-border border-t">
              <th scope="row" className="wrap-anywhere w-full py-1.5 text-start font-normal">
                <Link
                  href={`/search?${new URLSearchParams({ q: query })}`}
                  prefetch={false}
                  className="target hover:underline"
                >
                  {query}
                </Link>
              </th>
              <td className={number}>{format.number(times)}</td>
              <td className={number}>{format.number(opened)}</td>
              <td className={number}>{format.number(tickets)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
