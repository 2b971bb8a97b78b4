"use client";

import type { SearchFigures } from "@mintreu/api/search/schema";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ColumnHead } from "../page/ColumnHead.tsx";

const number = "py-1.5 ps-3 text-end tabular-nums";

/** The searches that were asked most, and what they led to. */
export function TopSearches({ top }: { top: SearchFigures["top"] }) {
  const t = useTranslations("figures.funnel");
  const format = useFormatter();
  if (top.length === 0) return null;
  return (
    <section className="min-w-0">
      <table className="w-full text-sm">
        <caption className="mb-2 text-start font-semibold text-md">{t("top")}</caption>
        <thead className="text-muted text-xs">
          <tr>
            <ColumnHead className="py-1">{t("query")}</ColumnHead>
            {(["times", "opened", "tickets"] as const).map((key) => (
              <ColumnHead key={key} end className="py-1 ps-3">
                {t(key)}
              </ColumnHead>
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
    </section>
  );
}
