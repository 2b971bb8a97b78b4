"use client";

import { Avatar } from "@mintreu/ui/kit/Avatar";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { StatusPill } from "@mintreu/ui/support/status";
import { useTranslations } from "next-intl";
import { PriorityMark } from "../look/PriorityMark.tsx";
import type { ShownRow } from "./hold-order.ts";

/** What a row takes. */
export interface ConversationRowProps {
  row: ShownRow;
  href: string;
  /** It is the one that is open. */
  current: boolean;
  /** The desk is named, as rows of several desks stand together. */
  withDesk: boolean;
  /** Left out where everything is one's own. */
  withAssignee: boolean;
}

/** One conversation in the list: who, what about, the last words, and how it stands. */
export function ConversationRow({ row, href, current, withDesk, withAssignee }: ConversationRowProps) {
  const t = useTranslations("list");
  const unread = row.unread && !current && !row.left;
  return (
    <li className="border-border border-b">
      <a
        href={href}
        data-row={row.id}
        aria-current={current ? "true" : undefined}
        className={cx(
          "flex gap-2.5 py-2.5 ps-3 pe-3.5 transition-colors focus-visible:-outline-offset-2",
          "border-s-2 [content-visibility:auto] [contain-intrinsic-size:auto_3.75rem]",
          current ? "border-s-accent bg-selected" : "border-s-transparent hover:bg-hover",
        )}
      >
        <Faces row={row} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-1.5">
            <span className={cx("min-w-0 truncate text-sm", unread ? "font-semibold" : "text-muted")}>
              {row.requester.name}
            </span>
            <span className="shrink-0 text-2xs text-muted tabular-nums">{t("number", { number: row.number })}</span>
            <RelativeTime at={row.lastEventAt} look="short" className="ms-auto shrink-0 text-2xs text-muted" />
          </span>
          <span className="flex items-center gap-2">
            <span className={cx("min-w-0 flex-1 truncate text-md", unread ? "font-semibold" : "font-medium")}>
              {row.subject}
            </span>
            {unread && <span className="size-2 shrink-0 rounded-full bg-accent-solid" />}
            {unread && <span className="sr-only">{t("unread")}</span>}
          </span>
          <span className="flex h-5 items-center gap-2 text-muted">
            <span className="min-w-0 flex-1 truncate text-xs">
              {withDesk ? `${row.desk.name} · ${row.preview}` : row.preview}
            </span>
            <RowState row={row} withAssignee={withAssignee} />
          </span>
        </span>
      </a>
    </li>
  );
}

/** The person, with the product on their shoulder. */
function Faces({ row }: { row: ShownRow }) {
  const t = useTranslations("list");
  return (
    <span className="relative mt-0.5 h-8 shrink-0 self-start">
      <Avatar name={row.requester.name} />
      {row.product && (
        <span title={row.product.name} className="absolute start-3.5 top-5.5 rounded-xs ring-2 ring-surface">
          <ProductMark name={row.product.name} hue={row.product.hue} size="xs" />
          <span className="sr-only">{t("about", { product: row.product.name })}</span>
        </span>
      )}
    </span>
  );
}

function RowState({ row, withAssignee }: Pick<ConversationRowProps, "row" | "withAssignee">) {
  const t = useTranslations("list");
  if (row.left) return <span className="shrink-0 text-2xs italic">{t("left")}</span>;
  return (
    <span className="flex shrink-0 items-center gap-1.5">
      {row.priority && row.priority !== "normal" && <PriorityMark priority={row.priority} labelled />}
      <StatusPill status={row.status} side="agents" plain />
      {withAssignee && row.assignee && (
        <span title={t("assignedTo", { name: row.assignee.name })}>
          <Avatar name={row.assignee.name} size="xs" />
          <span className="sr-only">{t("assignedTo", { name: row.assignee.name })}</span>
        </span>
      )}
    </span>
  );
}
