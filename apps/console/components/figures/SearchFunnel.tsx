"use client";

import type { SearchFigures } from "@mintreu/api/search/schema";
import { Card } from "@mintreu/ui/kit/Card";
import { useFormatter, useTranslations } from "next-intl";

const STEPS = [
  { key: "searches", colour: "bg-info" },
  { key: "opened", colour: "bg-accent" },
  { key: "helped", colour: "bg-success" },
  { key: "tickets", colour: "bg-danger" },
  { key: "misses", colour: "bg-warning" },
] as const;

/** What searches led to in all. */
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
    <Card className="p-4!">
      <h2 className="mb-3 font-semibold text-md">{t("title")}</h2>
      <dl className="flex flex-col gap-2.5">
        {sums.map(({ key, colour, sum }) => (
          <div key={key} className="grid grid-cols-[1fr_auto] items-baseline gap-x-2 gap-y-1 text-sm">
            <dt>{t(key)}</dt>
            <dd className="tabular-nums">
              {format.number(sum)}{" "}
              <span className="inline-block w-12 text-end text-muted text-xs">
                {format.number(sum / all, { style: "percent", maximumFractionDigits: 0 })}
              </span>
            </dd>
            <dd aria-hidden className="col-span-2 h-2 overflow-hidden rounded-full bg-hover">
              <div className={`h-full rounded-full ${colour}`} style={{ inlineSize: `${(sum / all) * 100}%` }} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
