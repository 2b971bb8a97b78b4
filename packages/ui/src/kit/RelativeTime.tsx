"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useClock } from "./clock.ts";
import { tell } from "./relative.ts";

/** What a time takes. */
export interface RelativeTimeProps {
  /** A Date, ISO text or milliseconds. */
  at: Date | string | number;
  /** "3 minutes ago", or "3m" for dense lists. */
  look?: "long" | "short";
  className?: string;
}

const LENGTH = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** A moment seen from now; the exact one in the title. Keeps itself up to date. */
export function RelativeTime({ at, look = "long", className }: RelativeTimeProps) {
  const t = useTranslations("kit");
  const format = useFormatter();
  const now = useClock();
  const date = new Date(at);
  const told = tell(date.getTime(), now);
  const text = () => {
    if (told.kind === "now") return look === "long" ? t("justNow") : t("now");
    if (told.kind === "date") {
      return format.dateTime(date, { day: "numeric", month: "short", ...(told.thisYear ? {} : { year: "numeric" }) });
    }
    // From a whole number of units: of 38 hours the formatter would make two days, and the short look says one.
    if (look === "long") return format.relativeTime(now + told.value * LENGTH[told.unit], { now, unit: told.unit });
    return format.number(Math.abs(told.value), { style: "unit", unit: told.unit, unitDisplay: "narrow" });
  };
  return (
    <time
      dateTime={date.toISOString()}
      title={format.dateTime(date, { dateStyle: "full", timeStyle: "short" })}
      suppressHydrationWarning
      className={className}
    >
      {text()}
    </time>
  );
}
