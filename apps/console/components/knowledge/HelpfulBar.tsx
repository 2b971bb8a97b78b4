"use client";

import { useFormatter, useTranslations } from "next-intl";

/** How many of the votes say that it helped, as a number and a small bar; a dash while nobody has voted. */
export function HelpfulBar({ rate }: { rate: number | null }) {
  const t = useTranslations("knowledge");
  const format = useFormatter();
  if (rate === null) {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("noVotes")}</span>
      </span>
    );
  }
  const percent = format.number(rate, { style: "percent", maximumFractionDigits: 0 });
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap align-middle">
      <span aria-hidden className="h-1.5 w-12 overflow-hidden rounded-full bg-hover">
        <span
          className={`block h-full rounded-full ${rate >= 0.6 ? "bg-success" : rate >= 0.4 ? "bg-warning" : "bg-danger"}`}
          style={{ inlineSize: `${Math.round(rate * 100)}%` }}
        />
      </span>
      <span className="text-xs tabular-nums">{percent}</span>
      <span className="sr-only md:hidden">{t("saidHelpful")}</span>
    </span>
  );
}
