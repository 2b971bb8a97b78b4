"use client";

import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { Pill } from "@mintreu/ui/kit/Pill";
import { useFormatter, useTranslations } from "next-intl";

/** Until when one gets support, or since when no more. */
export function Entitlement({ purchase }: { purchase: PurchasedProduct["purchase"] }) {
  const t = useTranslations("products");
  const format = useFormatter();
  const date = format.dateTime(new Date(purchase.supportUntil), { dateStyle: "medium" });
  return purchase.supported ? (
    <Pill tone="success">{t("supported", { date })}</Pill>
  ) : (
    <Pill tone="warning" dot="ring">
      {t("ended", { date })}
    </Pill>
  );
}
