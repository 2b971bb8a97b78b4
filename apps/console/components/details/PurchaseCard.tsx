"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import type { RequesterCard } from "@mintreu/api/conversations/get-requester";
import { Badge } from "@mintreu/ui/kit/Badge";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type Fact, Facts, Section } from "./Section.tsx";

/** What a purchase takes. */
export interface PurchaseCardProps {
  view: ConversationView;
  purchase: RequesterCard["purchase"];
}

/** The product the conversation is about, what was bought, and whether support is included now. */
export function PurchaseCard({ view: { product }, purchase }: PurchaseCardProps) {
  const t = useTranslations("details");
  if (!product) {
    return (
      <Section title={t("product")}>
        <p className="text-muted text-sm">{t("aboutPlatform")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("product")}>
      <div className="mb-3 flex items-center gap-3">
        <ProductMark name={product.name} hue={product.hue} />
        <div className="min-w-0">
          <p className="wrap-anywhere font-medium text-md">{product.name}</p>
          {purchase && <p className="text-muted text-sm">{t("licence", { licence: purchase.licence })}</p>}
        </div>
      </div>
      {purchase ? <Purchase purchase={purchase} /> : <p className="text-muted text-sm">{t("notBought")}</p>}
    </Section>
  );
}

function Purchase({ purchase }: { purchase: NonNullable<RequesterCard["purchase"]> }) {
  const t = useTranslations("details");
  const format = useFormatter();
  const date = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium" });
  const { supported, version, newestVersion } = purchase;
  const facts: Fact[] = [
    {
      name: t("version"),
      value:
        version === newestVersion ? (
          t("newest", { version })
        ) : (
          <>
            {version} <span className="text-warning">{t("newer", { version: newestVersion })}</span>
          </>
        ),
    },
    { name: t("bought"), value: date(purchase.purchasedAt) },
    {
      name: t("channels"),
      value: (
        <span className="flex flex-wrap gap-1">
          {purchase.channels.map((channel) => (
            <Badge key={channel}>{t(`channel.${channelOf(channel)}`)}</Badge>
          ))}
        </span>
      ),
    },
  ];
  const Icon = supported ? CircleCheck : CircleAlert;
  return (
    <>
      <p
        className={`mb-3 flex items-center gap-2 rounded-md px-3 py-2 font-medium text-sm ${supported ? "bg-success-soft text-success" : "bg-danger-soft text-danger"}`}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {t(supported ? "supported" : "expired", { date: date(purchase.supportUntil) })}
      </p>
      <Facts facts={facts} />
    </>
  );
}

const CHANNELS = ["portal", "chat", "email", "api"] as const;

function channelOf(name: string) {
  return CHANNELS.find((channel) => channel === name) ?? "other";
}
