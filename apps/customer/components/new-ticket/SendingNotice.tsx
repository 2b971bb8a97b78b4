"use client";

import { Banner } from "@mintreu/ui/kit/Banner";
import { useTranslations } from "next-intl";
import type { Sending } from "./useOpenTicket.ts";

/** Says that a question has not arrived yet, or was refused and why. */
export function SendingNotice({ sending }: { sending: Sending }) {
  const t = useTranslations("newTicket");
  const errors = useTranslations("errors");
  if (sending.state === "waiting") {
    return (
      <Banner live tone="warning" title={t("waiting")}>
        {sending.seconds > 0 ? t("limitedText", { minutes: Math.ceil(sending.seconds / 60) }) : t("waitingText")}
      </Banner>
    );
  }
  if (sending.state !== "refused") return null;
  const text = sending.code === "CLIENT_ID_REUSED" ? t("alreadySent") : errors(sending.code);
  return (
    <Banner live tone="danger" title={t("refused")}>
      {text}
    </Banner>
  );
}
