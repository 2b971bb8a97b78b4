"use client";

import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { ChartNoAxesColumn } from "lucide-react";
import { useTranslations } from "next-intl";

/** Nobody has read or searched anything yet. */
export function EmptyFigures() {
  const t = useTranslations("figures.empty");
  return (
    <EmptyState
      icon={<ChartNoAxesColumn />}
      title={t("title")}
      text={t("text")}
      action={<ButtonLink href="/knowledge">{t("action")}</ButtonLink>}
    />
  );
}
