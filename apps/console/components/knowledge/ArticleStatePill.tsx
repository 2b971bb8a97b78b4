"use client";

import type { ArticleRow } from "@mintreu/api/articles/schema";
import { Pill, type PillProps } from "@mintreu/ui/kit/Pill";
import { useFormatter, useTranslations } from "next-intl";
import { type Standing, standingOf } from "./standing.ts";

const look: Record<Standing, Pick<PillProps, "tone" | "dot">> = {
  draft: { tone: "neutral", dot: "ring" },
  review: { tone: "waiting" },
  scheduled: { tone: "info", dot: "ring" },
  live: { tone: "success" },
  liveDraft: { tone: "success" },
  liveReview: { tone: "success" },
  liveScheduled: { tone: "success" },
  archived: { tone: "neutral" },
};

/** How an article stands, for its readers and for those who write it. */
export function ArticleStatePill({ row }: { row: Pick<ArticleRow, "state" | "live" | "publishAt"> }) {
  const t = useTranslations("knowledge.standing");
  const format = useFormatter();
  const standing = standingOf(row);
  const at = row.publishAt ? format.dateTime(new Date(row.publishAt), { dateStyle: "medium", timeStyle: "short" }) : "";
  return (
    <Pill plain {...look[standing]}>
      {t(standing, { at })}
    </Pill>
  );
}
