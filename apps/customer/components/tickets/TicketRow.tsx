"use client";

import type { ListRow } from "@mintreu/api/conversations/list-sql";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { StatusPill } from "@mintreu/ui/support/status";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** One ticket in a list: unread ones stand out by weight, dot and word. */
export function TicketRow({ ticket }: { ticket: ListRow }) {
  const t = useTranslations("tickets");
  const { id, number, subject, status, product, desk, preview, lastEventAt, unread } = ticket;
  return (
    <li className="relative flex items-start gap-3 border-border border-b px-4 py-3.5 transition-colors last:border-b-0 hover:bg-hover sm:gap-4 sm:px-5">
      <span className="relative mt-0.5">
        <ProductMark name={product?.name ?? desk.name} {...(product ? { hue: product.hue } : {})} />
        {unread && (
          <span className="absolute -end-1 -top-1 size-3 rounded-full border-2 border-raised bg-accent-solid">
            <span className="sr-only">{t("unread")}</span>
          </span>
        )}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-3">
          <Link
            href={`/conversations/${id}`}
            className={cx(
              "min-w-0 flex-1 truncate text-base after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2",
              unread ? "font-semibold" : "font-medium",
            )}
          >
            <bdi>{subject}</bdi>
          </Link>
          <RelativeTime at={lastEventAt} look="short" className="shrink-0 text-muted text-xs tabular-nums" />
        </div>
        <p className={cx("truncate text-md", unread ? "text-text" : "text-muted")} dir="auto">
          {plainText(preview)}
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
          <StatusPill status={status} side="requester" />
          <span className="truncate">{product?.name ?? desk.name}</span>
          <span className="tabular-nums">#{number}</span>
        </p>
      </div>
    </li>
  );
}

/** The start of a message without the marks of Markdown. */
function plainText(markdown: string): string {
  return markdown.replace(/```\w*|[*_`#>]+/g, "").replace(/\s+/g, " ");
}
