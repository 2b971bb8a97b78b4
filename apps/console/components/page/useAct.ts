"use client";

import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { failureOf } from "@mintreu/ui/support/live/failure.ts";
import { useTranslations } from "next-intl";
import { useFailureText } from "../conversation/useFailureText.ts";

/** Calls the server. @returns what it answered; null when it did not, which has been said in a toast. */
export type Act = <Value>(call: () => Promise<Value>) => Promise<{ value: Value } | null>;

/** Calls that say by themselves in plain words when they were refused or not answered. */
export function useAct(): Act {
  const t = useTranslations("page");
  const textOf = useFailureText();
  return async (call) => {
    try {
      return { value: await call() };
    } catch (error) {
      showToast({ tone: "danger", title: t("failed"), text: textOf(failureOf(error)) });
      return null;
    }
  };
}
