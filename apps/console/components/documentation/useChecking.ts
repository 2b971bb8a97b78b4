"use client";

import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useAct } from "../page/useAct.ts";

/** The worker asks within a second or two; nothing tells when it has, so it is looked for after these times (ms). */
const LOOKS = [1_500, 4_000, 9_000];

/** Has an address asked or a site read now, and shows what came of it. */
export function useChecking(productId: string): (call: () => Promise<unknown>) => Promise<void> {
  const t = useTranslations("documentation");
  const api = useTRPC();
  const queries = useQueryClient();
  const act = useAct();
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: api.documentation.links.queryKey({ productId }) });
    void queries.invalidateQueries({ queryKey: api.documentation.sources.queryKey({ productId }) });
  };
  return async (call) => {
    if (!(await act(call))) return;
    showToast({ title: t("asking") });
    for (const after of LOOKS) setTimeout(refresh, after);
  };
}
