"use client";

import type { Figures } from "@mintreu/api/articles/schema";
import { Card } from "@mintreu/ui/kit/Card";
import { Eye, MessageSquareWarning, ShieldCheck, ThumbsUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The four numbers that say how it goes, and how much room the files take. */
export function Totals({ totals, storage }: Pick<Figures, "totals" | "storage">) {
  const t = useTranslations("figures.total");
  const format = useFormatter();
  const helpful =
    totals.helpful === null ? "–" : format.number(totals.helpful, { style: "percent", maximumFractionDigits: 0 });
  const size = (bytes: number) => {
    const [unit, per] = bytes < 1e9 ? (["megabyte", 1e6] as const) : (["gigabyte", 1e9] as const);
    return format.number(bytes / per, { style: "unit", unit, maximumFractionDigits: 1 });
  };
  const used = size(storage.used);
  return (
    <div>
      <dl className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        <Total icon={<Eye />} name={t("views")} value={format.number(totals.views)} text={t("viewsText")} />
        <Total icon={<ThumbsUp />} name={t("helpful")} value={helpful} text={t("helpfulText")} />
        <Total
          icon={<ShieldCheck />}
          name={t("avoided")}
          value={format.number(totals.avoided)}
          text={t("avoidedText")}
        />
        <Total
          icon={<MessageSquareWarning />}
          name={t("tickets")}
          value={format.number(totals.tickets)}
          text={t("ticketsText")}
        />
      </dl>
      {storage.used > 0 && (
        <p className="mt-3 text-muted text-sm">
          {storage.max === null ? t("files", { used }) : t("filesOf", { used, max: size(storage.max) })}
        </p>
      )}
    </div>
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
