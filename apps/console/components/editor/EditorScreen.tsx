"use client";

import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { ConsoleShell } from "../frame/ConsoleShell.tsx";
import { PageFailure } from "../page/PageFailure.tsx";
import { ArticleEditor } from "./ArticleEditor.tsx";

/** The page on which one article is written. */
export function EditorScreen({ id }: { id: string }) {
  const {
    data: article,
    isError,
    refetch,
  } = useQuery(
    useTRPC().articles.get.queryOptions(
      { id },
      // When its time has come it is live, within a few seconds.
      { refetchInterval: ({ state }) => (state.data?.publishAt ? untilThen(state.data.publishAt) : false) },
    ),
  );
  return (
    <ConsoleShell place={null}>
      {article && <ArticleEditor key={article.id} given={article} />}
      {!article && isError && <PageFailure onRetry={() => void refetch()} />}
    </ConsoleShell>
  );
}

const SOON = 3_000;
const LATEST = 3_600_000;

/** Milliseconds after which to look whether a time has come. */
function untilThen(at: string): number {
  return Math.min(LATEST, Math.max(SOON, Date.parse(at) - Date.now() + SOON));
}
