"use client";

import type { SourceRow } from "@mintreu/api/documentation/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Button } from "@mintreu/ui/kit/Button";
import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { FileSearch, Plus, RefreshCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageFailure } from "../page/PageFailure.tsx";
import { useActOn } from "../page/useActOn.ts";
import { AddressState } from "./AddressState.tsx";
import type { Product } from "./products.ts";
import { SourceDialog } from "./SourceDialog.tsx";
import { useChecking } from "./useChecking.ts";

const LOOK_EVERY = 2_000;

/** The documentation sites whose pages search finds. */
export function Sources({ product }: { product: Product }) {
  const t = useTranslations("documentation.sources");
  const api = useTRPC();
  const [adds, setAdds] = useState(false);
  const list = useQuery(
    api.documentation.sources.queryOptions(
      { productId: product.id },
      {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_EVERY : false),
      },
    ),
  );
  return (
    <section aria-labelledby="documentation-sources">
      <div className="mb-3 flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="documentation-sources" className="font-semibold text-md">
            {t("title")}
          </h2>
          <p className="text-muted text-sm">{t("text")}</p>
        </div>
        <Button icon={<Plus aria-hidden />} aria-haspopup="dialog" onClick={() => setAdds(true)}>
          {t("add")}
        </Button>
      </div>
      <Card flush>
        {list.isPending && <SkeletonRows rows={2} />}
        {list.isError && <PageFailure onRetry={() => list.refetch()} />}
        {list.data?.length === 0 && (
          <EmptyState as="h3" icon={<FileSearch />} title={t("emptyTitle")} text={t("emptyText")} />
        )}
        <ul aria-label={t("title")}>
          {list.data?.map((source) => (
            <SourceItem key={source.id} source={source} productId={product.id} />
          ))}
        </ul>
      </Card>
      <SourceDialog productId={product.id} open={adds} onClose={() => setAdds(false)} />
    </section>
  );
}

/** It is being read, or waits for it. */
function isUnderWay({ left, readAt, state }: SourceRow): boolean {
  return left !== null || (readAt === null && state === "unchecked");
}

function SourceItem({ source, productId }: { source: SourceRow; productId: string }) {
  const t = useTranslations("documentation.sources");
  const { trpc } = useLive().client;
  const check = useChecking(productId);
  const remove = useRemoving();
  const { id, url, kind, pages, left } = source;
  return (
    <li className="flex items-start gap-2 border-border border-b px-3.5 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium text-md" dir="ltr">
            {url}
          </span>
          <Badge>{t(`kinds.${kind}`)}</Badge>
        </p>
        <p className="text-muted text-sm">{t("pages", { count: pages })}</p>
        {left === null ? (
          <AddressState state={source.state} problem={source.problem} at={source.readAt} />
        ) : (
          <p role="status" className="mt-1 text-info text-xs">
            {t("reading", { count: left })}
          </p>
        )}
      </div>
      <IconButton
        label={t("read", { url })}
        disabled={left !== null}
        onClick={() => void check(() => trpc.documentation.readSourceNow.mutate({ id }))}
      >
        <RefreshCw />
      </IconButton>
      <IconButton label={t("remove", { url })} onClick={() => void remove(source, productId)}>
        <Trash2 />
      </IconButton>
    </li>
  );
}

/** Removes at once; the toast has it read again. */
function useRemoving() {
  const t = useTranslations("documentation.sources");
  const { trpc } = useLive().client;
  const act = useActOn(useTRPC().documentation.sources.pathKey());
  return async ({ id, url, kind }: SourceRow, productId: string) => {
    if (!(await act(() => trpc.documentation.removeSource.mutate({ id })))) return;
    const again = () => void act(() => trpc.documentation.addSource.mutate({ productId, kind, url }));
    showToast({ title: t("removed", { url }), action: { label: t("undo"), run: again } });
  };
}
