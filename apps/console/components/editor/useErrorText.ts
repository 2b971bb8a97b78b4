"use client";

import { useTranslations } from "next-intl";

/** Says in plain words what a code of the server means. */
export function useErrorText(): (code: string) => string {
  const t = useTranslations("errors");
  return (code) => {
    const key = code as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : t("INVALID");
  };
}
