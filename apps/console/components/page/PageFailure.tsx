"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";

/** What the page is about could not be read. */
export function PageFailure({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("page");
  return (
    <EmptyState
      icon={<Unplug />}
      title={t("failedTitle")}
      text={t("failedText")}
      action={<Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}
