"use client";

import type { ArticleRow } from "@mintreu/api/articles/schema";
import { Avatar } from "@mintreu/ui/kit/Avatar";
import { Badge } from "@mintreu/ui/kit/Badge";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { AlarmClock } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ColumnHead } from "../page/ColumnHead.tsx";
import { ArticleStatePill } from "./ArticleStatePill.tsx";
import { HelpfulBar } from "./HelpfulBar.tsx";

const head = "sticky top-0 z-10 border-border border-b bg-raised px-3 py-2 text-muted text-xs";
const cell = "border-border border-b px-3 py-2.5 text-sm max-md:hidden";

/** What the table takes. */
export interface ArticleTableProps {
  rows: ArticleRow[];
  /** Articles of several desks may stand together, so that each names its desk. */
  withDesk: boolean;
}

/** Articles with what their writers look for. On a narrow screen everything stands under the title. */
export function ArticleTable({ rows, withDesk }: ArticleTableProps) {
  const t = useTranslations("knowledge");
  const desks = new Set(rows.map(({ desk }) => desk.id)).size;
  return (
    <table className="w-full border-separate border-spacing-0 max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:sr-only">
        <tr>
          <ColumnHead className={cx(head, "md:ps-6")}>{t("column.title")}</ColumnHead>
          <ColumnHead className={head}>{t("column.audience")}</ColumnHead>
          <ColumnHead className={head}>{t("column.owner")}</ColumnHead>
          <ColumnHead className={head}>{t("column.updated")}</ColumnHead>
          <ColumnHead end className={head} title={t("column.viewsHint")}>
            {t("column.views")}
          </ColumnHead>
          <ColumnHead className={cx(head, "md:pe-6")}>{t("column.helpful")}</ColumnHead>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <Row key={row.id} row={row} withDesk={withDesk && desks > 1} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, withDesk }: { row: ArticleRow; withDesk: boolean }) {
  const t = useTranslations("knowledge");
  const format = useFormatter();
  return (
    <tr className="relative hover:bg-hover has-[a:focus-visible]:bg-hover max-md:block">
      <th
        scope="row"
        className="w-full max-w-0 border-border border-b px-3 py-2.5 text-start font-normal max-md:block max-md:max-w-none max-md:px-4 md:ps-6"
      >
        <Link
          href={`/knowledge/${row.id}`}
          prefetch={false}
          data-row={row.id}
          dir="auto"
          className="block truncate font-medium text-md after:absolute after:inset-0 focus-visible:outline-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {row.title}
        </Link>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-muted text-xs">
          <ArticleStatePill row={row} />
          {row.due && (
            <Badge tone="warning" icon={<AlarmClock aria-hidden />}>
              {t("due")}
            </Badge>
          )}
          <Place row={row} withDesk={withDesk} />
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2.5 text-muted text-xs md:hidden">
          <span>{t(`audiences.${row.audience}`)}</span>
          <span>{row.owner.name}</span>
          <RelativeTime at={row.updatedAt} look="short" />
          <span>{t("views", { count: row.views })}</span>
          {row.helpful !== null && <HelpfulBar rate={row.helpful} />}
        </span>
      </th>
      <td className={`${cell} whitespace-nowrap text-muted`}>{t(`audiences.${row.audience}`)}</td>
      <td className={cell}>
        <span className="flex items-center gap-2 whitespace-nowrap">
          <Avatar name={row.owner.name} size="xs" />
          <span className="max-w-32 truncate max-xl:sr-only">{row.owner.name}</span>
        </span>
      </td>
      <td className={`${cell} whitespace-nowrap text-muted`}>
        <RelativeTime at={row.updatedAt} look="short" />
      </td>
      <td className={`${cell} text-end tabular-nums`}>{format.number(row.views)}</td>
      <td className={`${cell} md:pe-6`}>
        <HelpfulBar rate={row.helpful} />
      </td>
    </tr>
  );
}

/** Where it stands among the others: product, collection, desk. */
function Place({ row, withDesk }: { row: ArticleRow; withDesk: boolean }) {
  const { desk, product, collection } = row;
  // Many a collection is called as its product.
  const words = new Set([withDesk ? desk.name : null, product?.name, collection?.name].filter(Boolean));
  if (words.size === 0) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {product && <ProductMark name={product.name} hue={product.hue} size="xs" />}
      <span className="truncate">{[...words].join(" · ")}</span>
    </span>
  );
}
