"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Names the tab after what is open: moving among conversations asks the server for no page that would. */
export function usePageTitle(title: string): void {
  const t = useTranslations("app");
  const whole = `${title} · ${t("title")}`;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
