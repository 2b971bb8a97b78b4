"use client";

import type { LinkRow } from "@mintreu/api/documentation/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { Link2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useOrder } from "../order/useOrder.ts";
import { PageFailure } from "../page/PageFailure.tsx";
import { useActOn } from "../page/useActOn.ts";
import { LinkDialog } from "./LinkDialog.tsx";
import { LinkItem } from "./LinkItem.tsx";
import type { Product } from "./products.ts";

/** While a link waits for its first answer the list is read again this often (ms). */
const LOOK_EVERY = 2_000;
const NOTHING: LinkRow[] = [];

/** The links that readers see on the product's page, in their order. */
export function Links({ product }: { product: Product }) {
  const t = useTranslations("documentation.links");
  const { list, rows, order } = useLinks(product.id);
  const [edited, setEdited] = useState<LinkRow | "new" | null>(null);
  const add = () => setEdited("new");
  return (
    <section aria-labelledby="documentation-links">
      <div className="mb-3 flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="documentation-links" className="font-semibold text-md">
            {t("title", { product: product.name })}
          </h2>
          <p className="text-muted text-sm">{t("text")}</p>
        </div>
        <Button variant="primary" icon={<Plus aria-hidden />} aria-haspopup="dialog" onClick={add}>
          {t("add")}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {order.said}
      </p>
      <Card flush>
        {list.isPending && <SkeletonRows rows={3} />}
        {list.isError && <PageFailure onRetry={() => list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState
            as="h3"
            icon={<Link2 />}
            title={t("emptyTitle")}
            text={t("emptyText")}
            action={<Button onClick={add}>{t("add")}</Button>}
          />
        )}
        <ol aria-label={t("title", { product: product.name })}>
          {order.things.map((link, index) => (
            <LinkItem
              key={link.id}
              {...{ link, order, productId: product.id }}
              place={{ index, first: index === 0, last: index === order.things.length - 1 }}
              onEdit={() => setEdited(link)}
            />
          ))}
        </ol>
      </Card>
      <LinkDialog productId={product.id} edited={edited} onClose={() => setEdited(null)} />
    </section>
  );
}

function useLinks(productId: string) {
  const api = useTRPC();
  const { trpc } = useLive().client;
  const act = useActOn(api.documentation.links.pathKey());
  const list = useQuery(
    api.documentation.links.queryOptions(
      { productId },
      {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        refetchInterval: ({ state }) => (state.data?.some((link) => link.checkedAt === null) ? LOOK_EVERY : false),
      },
    ),
  );
  const rows = list.data ?? NOTHING;
  const order = useOrder(
    rows.map((row) => ({ ...row, name: row.title })),
    async (ids) => {
      await act(() => trpc.documentation.orderLinks.mutate({ productId, ids }));
    },
  );
  return { list, rows, order };
}
