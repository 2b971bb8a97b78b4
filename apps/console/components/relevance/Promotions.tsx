"use client";

import type { Promotion } from "@mintreu/api/search/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { Plus, Star, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "../page/useAct.ts";
import { Part } from "./Part.tsx";
import { PromotionDialog } from "./PromotionDialog.tsx";
import { useRefreshSearch } from "./useRefreshSearch.ts";

/** Answers that an editor put first for a search. */
export function Promotions() {
  const t = useTranslations("relevance.promotions");
  const { data, isPending } = useQuery(useTRPC().search.promotions.queryOptions(undefined, { staleTime: 5_000 }));
  const [adds, setAdds] = useState(false);
  const { promote, remove } = usePromotions();
  return (
    <Part
      title={t("title")}
      text={t("text")}
      actions={
        <Button icon={<Plus aria-hidden />} aria-haspopup="dialog" onClick={() => setAdds(true)}>
          {t("add")}
        </Button>
      }
    >
      {isPending && <SkeletonRows rows={2} />}
      {data?.length === 0 && <p className="px-3.5 py-4 text-muted text-sm">{t("empty")}</p>}
      <ul aria-label={t("title")}>
        {data?.map((promotion: Promotion) => (
          <li key={promotion.id} className="flex items-center gap-2 border-border border-b px-3.5 py-2 last:border-b-0">
            <Star aria-hidden className="size-4 shrink-0 text-accent" />
            <div className="min-w-0 flex-1 text-sm">
              <p dir="auto" className="wrap-anywhere font-medium">
                {promotion.query}
              </p>
              <Link
                href={`/knowledge/${promotion.article.id}`}
                prefetch={false}
                className="target block truncate text-muted hover:underline"
              >
                {promotion.article.title}
              </Link>
            </div>
            <IconButton
              size="sm"
              label={t("remove", { query: promotion.query })}
              onClick={() => void remove(promotion)}
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      <PromotionDialog open={adds} onClose={() => setAdds(false)} onPromote={promote} />
    </Part>
  );
}

function usePromotions() {
  const t = useTranslations("relevance.promotions");
  const { trpc } = useLive().client;
  const act = useAct();
  const refresh = useRefreshSearch();
  const promote = async (promotion: { query: string; articleId: string }) => {
    await act(() => trpc.search.addPromotion.mutate(promotion));
    await refresh();
  };
  const remove = async ({ id, query, article }: Promotion) => {
    const done = await act(() => trpc.search.removePromotion.mutate({ id }));
    await refresh();
    if (!done) return;
    const undo = () => void promote({ query, articleId: article.id });
    showToast({ title: t("removed", { query }), action: { label: t("undo"), run: undo } });
  };
  return { promote, remove };
}
