"use client";

import type { Miss } from "@mintreu/api/search/schema";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { SearchCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageFailure } from "../page/PageFailure.tsx";
import { MissItem } from "./MissItem.tsx";
import { Part } from "./Part.tsx";

const DAYS = 30;

/** Searches that found nothing, the most frequent first: each is an article or a synonym that is missing. */
export function Misses() {
  const t = useTranslations("relevance.misses");
  const api = useTRPC();
  const { data, isPending, isError, refetch } = useQuery(
    api.search.misses.queryOptions({ days: DAYS }, { staleTime: 5_000, refetchOnWindowFocus: true }),
  );
  return (
    <Part title={t("title")} text={t("text", { days: DAYS })}>
      {isPending && <SkeletonRows rows={4} />}
      {isError && <PageFailure onRetry={() => refetch()} />}
      {data?.length === 0 && (
        <EmptyState as="h3" icon={<SearchCheck />} title={t("emptyTitle")} text={t("emptyText")} />
      )}
      <ul aria-label={t("title")}>
        {data?.map((miss: Miss) => (
          <MissItem key={miss.query} miss={miss} />
        ))}
      </ul>
    </Part>
  );
}
