"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { Card } from "@mintreu/ui/kit/Card";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

/** In place of the composer of a closed ticket: why, and how to go on. */
export function ClosedNotice({ view: { id, followUp } }: { view: ConversationView }) {
  const t = useTranslations("ticket");
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Lock aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
        <div>
          <p className="font-semibold text-md">{t("closed")}</p>
          <p className="text-md text-muted">{followUp ? t("closedFollowed") : t("closedText")}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {followUp && (
          <ButtonLink href={`/conversations/${followUp.id}`} variant="primary">
            {t("toFollowUp", { number: followUp.number })}
          </ButtonLink>
        )}
        <ButtonLink href={`/conversations/new?follows=${id}`} variant={followUp ? "secondary" : "primary"}>
          {t("followUp")}
        </ButtonLink>
      </div>
    </Card>
  );
}
