"use client";

import type { CollectionRow } from "@mintreu/api/articles/schema";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ArticlesInside } from "./ArticlesInside.tsx";

/** Articles on no shelf: search finds them, and nobody comes across them. */
export function Unfiled({ deskId, all }: { deskId: string; all: readonly CollectionRow[] }) {
  const t = useTranslations("collections");
  const api = useTRPC();
  const { data } = useQuery(api.articles.shelf.queryOptions({ deskId, collectionId: null }, { staleTime: 5_000 }));
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="unfiled" className="mt-6">
      <h2 id="unfiled" className="font-semibold text-md">
        {t("unfiled")}
      </h2>
      <p className="mb-2 text-muted text-sm">{t("unfiledText")}</p>
      <div className="overflow-hidden rounded-lg border border-border">
        <ArticlesInside deskId={deskId} collection={null} all={all} indented={false} />
      </div>
    </section>
  );
}
