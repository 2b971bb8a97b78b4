"use client";

import type { ArticleRow, CollectionRow } from "@mintreu/api/articles/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { DropdownMenu, MenuLine, MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { FolderInput } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ArticleStatePill } from "../knowledge/ArticleStatePill.tsx";
import { Handle } from "../order/Handle.tsx";
import { MoveItems, type MoveItemsProps } from "../order/MoveItems.tsx";
import { type Order, useOrder } from "../order/useOrder.ts";
import { useActOn } from "../page/useActOn.ts";
import { withPaths } from "./tree.ts";

/** What the list takes. */
export interface ArticlesInsideProps {
  deskId: string;
  /** Null for those that are in none. */
  collection: CollectionRow | null;
  /** Where an article may go instead. */
  all: readonly CollectionRow[];
  indented: boolean;
}

/** The articles of a collection in their order; each can be moved among them, or to another collection. */
export function ArticlesInside({ deskId, collection, all, indented }: ArticlesInsideProps) {
  const t = useTranslations("collections");
  const api = useTRPC();
  const { trpc } = useLive().client;
  const reorder = useActOn(api.articles.shelf.pathKey());
  const refile = useActOn(api.articles.pathKey());
  const { data } = useQuery(
    api.articles.shelf.queryOptions({ deskId, collectionId: collection?.id ?? null }, { staleTime: 5_000 }),
  );
  const rows = (data ?? NOTHING).map((row) => ({ ...row, name: row.title }));
  const order = useOrder(rows, async (ids) => {
    await reorder(() => trpc.articles.orderArticles.mutate({ deskId, ids }));
  });
  const put = (id: string, collectionId: string | null) =>
    void refile(() => trpc.articles.setDetails.mutate({ id, collectionId }));
  return (
    <div className={cx("border-border border-t bg-surface py-1", indented ? "ps-8 md:ps-16" : "ps-4 md:ps-10")}>
      <p role="status" className="sr-only">
        {order.said}
      </p>
      {!data && <Skeleton className="my-2 h-4 w-2/3" />}
      {data && rows.length === 0 && <p className="py-2 text-muted text-sm">{t("noArticles")}</p>}
      <ol aria-label={collection ? t("articlesOf", { name: collection.name }) : t("unfiled")}>
        {order.things.map((row, index) => (
          <li
            key={row.id}
            {...order.row(row.id)}
            className={cx(
              "flex items-center gap-2 rounded-md pe-2",
              order.over === row.id && "outline-2 outline-focus",
            )}
          >
            <Handle name={row.title} {...order.handle(row.id)} />
            <Link
              href={`/knowledge/${row.id}`}
              prefetch={false}
              dir="auto"
              className="target min-w-0 flex-1 truncate py-1.5 text-sm hover:underline"
            >
              {row.title}
            </Link>
            <span className="max-sm:hidden">
              <ArticleStatePill row={row} />
            </span>
            <ArticleMenu
              {...{ row, all, order }}
              place={{ first: index === 0, last: index === order.things.length - 1 }}
              onPut={put}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

const NOTHING: ArticleRow[] = [];
const NONE = "none";

interface ArticleMenuProps {
  row: ArticleRow & { name: string };
  all: readonly CollectionRow[];
  order: Order<ArticleRow & { name: string }>;
  place: MoveItemsProps["place"];
  onPut: (id: string, collectionId: string | null) => void;
}

function ArticleMenu({ row, all, order, place, onPut }: ArticleMenuProps) {
  const t = useTranslations("collections");
  return (
    <DropdownMenu
      trigger={
        <IconButton size="sm" label={t("moveArticle", { title: row.title })}>
          <FolderInput />
        </IconButton>
      }
    >
      <MoveItems place={place} onMove={(by) => order.move(row.id, by)} />
      <MenuLine />
      <MenuRadio
        label={t("inCollection")}
        value={row.collection?.id ?? NONE}
        onChange={(id) => onPut(row.id, id === NONE ? null : id)}
        choices={[
          { value: NONE, label: t("delete.noCollection") },
          ...withPaths(all).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </DropdownMenu>
  );
}
