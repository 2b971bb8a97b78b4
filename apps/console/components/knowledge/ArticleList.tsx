"use client";

import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { ListEnd } from "../list/ListEnd.tsx";
import { PageFailure } from "../page/PageFailure.tsx";
import { useMovingFocus } from "../page/useMovingFocus.ts";
import { useSettled } from "../page/useSettled.ts";
import { ArticleTable } from "./ArticleTable.tsx";
import { EmptyKnowledge } from "./EmptyKnowledge.tsx";
import { isNarrowed, type KnowledgePlace, listInputAt } from "./knowledge-place.ts";

/** What the list takes. */
export interface ArticleListProps {
  place: KnowledgePlace;
  onClear: () => void;
  onNew: () => void;
  onImport: () => void;
}

/** The articles of a place, page after page. */
export function ArticleList({ place, ...empty }: ArticleListProps) {
  const api = useTRPC();
  const list = useRef<HTMLDivElement>(null);
  const search = useSettled(place.search, 120);
  const query = useInfiniteQuery(
    api.articles.list.infiniteQueryOptions(listInputAt({ ...place, search }), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
      // Others write, too, and no stream tells of it.
      staleTime: 5_000,
      refetchOnWindowFocus: true,
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  useMovingFocus(list, rows.length > 0);
  if (query.isPending) return <SkeletonRows />;
  if (query.isError && rows.length === 0) return <PageFailure onRetry={() => query.refetch()} />;
  if (rows.length === 0) return <EmptyKnowledge narrowed={isNarrowed(place)} {...empty} />;
  return (
    <div ref={list}>
      <ArticleTable rows={rows} withDesk={place.deskId === null} />
      {query.hasNextPage && (
        <ListEnd loading={query.isFetchingNextPage} failed={query.isFetchNextPageError} onReach={query.fetchNextPage} />
      )}
    </div>
  );
}
