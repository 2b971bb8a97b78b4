"use client";

import type { DeskRow } from "@mintreu/api/desks/list-desks";
import { Eye } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { hrefOf, type Place } from "../place/place.ts";

/** Says that this is another's desk, and that the look is written down. */
export function LookNotice({ desk, place }: { desk: DeskRow; place: Place }) {
  const t = useTranslations("desk");
  const home = hrefOf({ ...place, id: null, deskId: null, productId: null });
  return (
    <div className="flex shrink-0 items-center gap-2 border-border border-b bg-info-soft px-3.5 py-2 text-xs">
      <Eye aria-hidden className="size-4 shrink-0 text-info" />
      <p className="min-w-0 flex-1">{t("looking", { desk: desk.name })}</p>
      <Link href={home} prefetch={false} className="target shrink-0 font-medium text-info underline underline-offset-2">
        {t("leave")}
      </Link>
    </div>
  );
}
