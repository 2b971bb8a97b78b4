"use client";

import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { ConsoleShell } from "../frame/ConsoleShell.tsx";
import { PageFailure } from "../page/PageFailure.tsx";
import { ArticleEditor } from "./ArticleEditor.tsx";

/** The page on which one article is written. */
export function EditorScreen({ id }: { id: string }) {
  const { data: article, isError, refetch } = useQuery(useTRPC().articles.get.queryOptions({ id }));
  return (
    <ConsoleShell place={null}>
      {article && <ArticleEditor key={article.id} given={article} />}
      {!article && isError && <PageFailure onRetry={() => void refetch()} />}
    </ConsoleShell>
  );
}
