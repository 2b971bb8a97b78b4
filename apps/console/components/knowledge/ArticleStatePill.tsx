"use client";

import { Pill, type PillProps } from "@mintreu/ui/kit/Pill";
import { useFormatter, useTranslations } from "next-intl";
import { type Standing, type Stands, standingOf } from "./standing.ts";

const look: Record<Standing, Pick<PillProps, "tone" | "dot">> = {
  draft: { tone: "neutral", dot: "ring" },
  sentBack: { tone: "warning" },
  review: { tone: "waiting" },
  scheduled: { tone: "info", dot: "ring" },
  live: { tone: "success" },
  liveDraft: { tone: "success" },
  liveSentBack: { tone: "warning" },
  liveReview: { tone: "success" },
  liveScheduled: { tone: "success" },
  archived: { tone: "neutral" },
};

/** How an article stands, for its readers and for those who write it. */
export function ArticleStatePill({ row }: { row: Stands }) {
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
