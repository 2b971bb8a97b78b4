"use client";

import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useAct } from "../page/useAct.ts";

/** Whether somebody else has to look at an article of the desk before it is published. */
export function ReviewSwitch({ deskId }: { deskId: string }) {
  const t = useTranslations("collections.review");
  const api = useTRPC();
  const { trpc } = useLive().client;
  const queries = useQueryClient();
  const act = useAct();
  const options = api.articles.choices.queryOptions({ deskId });
  const { data } = useQuery(options);
  if (!data) return null;
  const set = async (reviews: boolean) => {
    queries.setQueryData(options.queryKey, { ...data, reviews });
    if (!(await act(() => trpc.articles.setReview.mutate({ deskId, reviews })))) {
      queries.setQueryData(options.queryKey, data);
    }
  };
  return (
    <label className="flex cursor-pointer items-start gap-2 text-sm has-disabled:cursor-default">
      <input
        type="checkbox"
        checked={data.reviews}
        disabled={!data.maySetReview}
        onChange={({ target }) => void set(target.checked)}
        className="mt-0.5 size-4 accent-accent-solid"
      />
      <span>
        {t("label")}
        <span className="block text-muted text-xs">{t(data.reviews ? "on" : "off")}</span>
      </span>
    </label>
  );
}
