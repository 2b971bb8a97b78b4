"use client";

import type { Figures } from "@mintreu/api/articles/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { SegmentedControl } from "@mintreu/ui/kit/SegmentedControl";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { HelpfulBar } from "../knowledge/HelpfulBar.tsx";
import { ColumnHead } from "../page/ColumnHead.tsx";

type Row = Figures["articles"][number];
const SHOWN = 20;

const orders = {
  tickets: (row: Row) => row.tickets,
  unhelpful: (row: Row) => row.unhelpful,
  views: (row: Row) => row.views,
  answered: (row: Row) => row.answered,
};
type By = keyof typeof orders;
/** What stands beside an article; `wide` only where there is room. */
const COLUMNS = [
  { key: "views", end: true, wide: false },
  { key: "helpful", end: false, wide: true },
  { key: "tickets", end: true, wide: false },
  { key: "answered", end: true, wide: true },
] as const;
const ORDERS: readonly By[] = ["tickets", "unhelpful", "views", "answered"];

/** Article by article; first those that are read and end in a ticket all the same. */
export function ArticleFigures({ articles }: { articles: Figures["articles"] }) {
  const t = useTranslations("figures.articles");
  const [by, setBy] = useState<By>("tickets");
  const told = articles.filter((row) => orders[by](row) > 0);
  const rows = told.toSorted((a, b) => orders[by](b) - orders[by](a)).slice(0, SHOWN);
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="article-figures">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 id="article-figures" className="me-auto font-semibold text-md">
          {t("title")}
        </h2>
        <SegmentedControl
          label={t("by")}
          value={by}
          onChange={setBy}
          segments={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        />
      </div>
      <p className="mb-2 text-muted text-sm">{t(rows.length > 0 ? `text.${by}` : `none.${by}`)}</p>
      {rows.length > 0 && <Table rows={rows} />}
    </section>
  );
}

function Table({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("figures.articles");
  const format = useFormatter();
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="text-muted text-xs">
        <tr>
          <ColumnHead className="py-1.5">{t("article")}</ColumnHead>
          {COLUMNS.map(({ key, end, wide }) => (
            <ColumnHead key={key} end={end} className={cx("py-1.5 ps-3", wide && "max-sm:hidden")}>
              {t(key)}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-border border-t">
            <th scope="row" className="w-full max-w-0 py-2 text-start font-normal">
              <Link
                href={`/knowledge/${row.id}`}
                prefetch={false}
                dir="auto"
                className="target block truncate font-medium hover:underline"
              >
                {row.title}
              </Link>
            </th>
            <td className="py-2 ps-3 text-end tabular-nums">{format.number(row.views)}</td>
            <td className="py-2 ps-3 max-sm:hidden">
              <HelpfulBar rate={rateOf(row)} />
            </td>
            <td className="py-2 ps-3 text-end tabular-nums">{format.number(row.tickets)}</td>
            <td className="py-2 ps-3 text-end tabular-nums max-sm:hidden">{format.number(row.answered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rateOf({ helpful, unhelpful }: Row): number | null {
  const votes = helpful + unhelpful;
  return votes === 0 ? null : helpful / votes;
}
