"use client";

import type { failureOf } from "@mintreu/ui/support/live/failure.ts";
import { useTranslations } from "next-intl";

/** Says in plain words why something did not happen. */
export function useFailureText(): (failure: ReturnType<typeof failureOf>) => string {
  const t = useTranslations();
  return (failure) => (failure.kind === "refused" ? t(`errors.${failure.code}`) : t(`failure.${failure.kind}`));
}
