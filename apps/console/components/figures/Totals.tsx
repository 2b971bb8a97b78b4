"use client";

import type { Figures } from "@mintreu/api/articles/schema";
import { Card } from "@mintreu/ui/kit/Card";
import { Eye, MessageSquareWarning, ShieldCheck, ThumbsUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The four numbers that say how it goes. */
export function Totals({ totals }: { totals: Figures["totals"] }) {
  const t = useTranslations("figures.total");
  const format = useFormatter();
  const helpful =
    totals.helpful === null ? "–" : format.number(totals.helpful, { style: "percent", maximumFractionDigits: 0 });
  return (
    <dl className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <Total icon={<Eye />} name={t("views")} value={format.number(totals.views)} text={t("viewsText")} />
      <Total icon={<ThumbsUp />} name={t("helpful")} value={helpful} text={t("helpfulText")} />
      <Total icon={<ShieldCheck />} name={t("avoided")} value={format.number(totals.avoided)} text={t("avoidedText")} />
      <Total
        icon={<MessageSquareWarning />}
        name={t("tickets")}
        value={format.number(totals.tickets)}
        text={t("ticketsText")}
      />
    </dl>
  );
}

function Total({ icon, name, value, text }: { icon: ReactNode; name: string; value: string; text: string }) {
  return (
    <Card className="flex flex-col p-4!">
      <dt className="flex items-center gap-1.5 font-medium text-muted text-sm [&_svg]:size-4">
        <span aria-hidden>{icon}</span>
        {name}
      </dt>
      <dd className="mt-1 font-semibold text-2xl tabular-nums">{value}</dd>
      <dd className="text-muted text-xs">{text}</dd>
    </Card>
  );
}
