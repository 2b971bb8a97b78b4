"use client";

import { MAX_TITLE } from "@mintreu/api/articles/schema";
import type { Miss } from "@mintreu/api/search/schema";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAct } from "../page/useAct.ts";
import { useRefreshSearch } from "./useRefreshSearch.ts";

/** What can be made of a search that found nothing: it leaves the list at once, and comes back where that is undone. */
export function useMiss(query: string) {
  const t = useTranslations("relevance.misses");
  const router = useRouter();
  const { trpc } = useLive().client;
  const api = useTRPC();
  const queries = useQueryClient();
  const act = useAct();
  const refresh = useRefreshSearch();
  const { data: desks = [] } = useQuery(api.desks.list.queryOptions());
  const hide = () =>
    queries.setQueriesData<Miss[]>({ queryKey: api.search.misses.pathKey() }, (misses) =>
      misses?.filter((miss) => miss.query !== query),
    );

  const asSynonym = async (words: string[]) => {
    hide();
    const made = await act(() => trpc.search.saveSynonym.mutate({ words }));
    await refresh();
    if (!made) return;
    const undo = async () => {
      await act(() => trpc.search.removeSynonym.mutate({ id: made.value.id }));
      await refresh();
    };
    showToast({
      tone: "success",
      title: t("synonymMade", { words: words.join(" = ") }),
      action: { label: t("undo"), run: () => void undo() },
    });
  };

  const asArticle = async () => {
    const deskId = (desks.find(({ kind }) => kind === "platform") ?? desks[0])?.id;
    if (!deskId) return;
    const made = await act(() => trpc.articles.create.mutate({ deskId, title: titleOf(query) }));
    if (made) router.push(`/knowledge/${made.value.id}`);
  };

  const dismiss = async () => {
    hide();
    const done = await act(() => trpc.search.dismissMiss.mutate({ query }));
    await refresh();
    if (done) showToast({ title: t("dismissed", { query }) });
  };
  return { asSynonym, asArticle, dismiss };
}

/** As a title begins. */
function titleOf(query: string): string {
  return (query.charAt(0).toLocaleUpperCase() + query.slice(1)).slice(0, MAX_TITLE);
}
