"use client";

import type { CollectionRow } from "@mintreu/api/articles/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { CollectionIcon } from "@mintreu/ui/support/CollectionIcon";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Handle } from "../order/Handle.tsx";
import type { MoveItemsProps } from "../order/MoveItems.tsx";
import type { Order } from "../order/useOrder.ts";
import { ArticlesInside } from "./ArticlesInside.tsx";
import type { Edited } from "./CollectionDialog.tsx";
import { CollectionMenu } from "./CollectionMenu.tsx";
import type { CollectionNode } from "./tree.ts";

/** What an entry takes. */
export interface CollectionItemProps {
  deskId: string;
  node: CollectionNode;
  all: readonly CollectionRow[];
  section: boolean;
  place: MoveItemsProps["place"];
  order: Order<CollectionNode>;
  onEdit: (edited: Edited) => void;
  /** Its sections. */
  children?: ReactNode;
}

/** One collection: what it is called and holds; opened, its articles. */
export function CollectionItem(props: CollectionItemProps) {
  const { deskId, node, all, section, place, order, onEdit, children } = props;
  const t = useTranslations("collections");
  const [open, setOpen] = useState(false);
  const inSections = node.sections.reduce((sum, { articles }) => sum + articles, 0);
  const count = t("articles", { count: node.articles + inSections });
  return (
    <li
      {...order.row(node.id)}
      className={cx(
        section ? "border-border border-t" : "rounded-lg border border-border bg-raised shadow-card",
        order.over === node.id && "outline-2 outline-focus",
      )}
    >
      <div className={cx("flex items-center gap-2 py-2 pe-2", section ? "ps-6 md:ps-11" : "ps-2")}>
        <Handle name={node.name} {...order.handle(node.id)} />
        {!section && <CollectionIcon name={node.icon} size="sm" />}
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-start hover:bg-hover"
        >
          <ChevronRight
            aria-hidden
            className={cx("size-4 shrink-0 text-muted transition-transform", open ? "rotate-90" : "rtl:-scale-x-100")}
          />
          <span className="min-w-0 flex-1">
            <span dir="auto" className="block font-medium text-md sm:truncate">
              {node.name}
            </span>
            {node.description && (
              <span dir="auto" className="block truncate text-muted text-xs max-sm:hidden">
                {node.description}
              </span>
            )}
            <span className="block text-muted text-xs sm:hidden">{count}</span>
          </span>
          <span className="shrink-0 text-muted text-xs tabular-nums max-sm:hidden">{count}</span>
        </button>
        <CollectionMenu {...{ node, all, section, place, onEdit }} onMove={(by) => order.move(node.id, by)} />
      </div>
      {open && <ArticlesInside deskId={deskId} collection={node} all={all} indented={section} />}
      {children}
    </li>
  );
}
