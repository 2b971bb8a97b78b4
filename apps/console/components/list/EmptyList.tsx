"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { CircleCheckBig, FilterX, Inbox, PartyPopper, Unplug, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hrefOf, type Place } from "../place/place.ts";

const icons: Record<Place["view"], ReactNode> = {
  mine: <UserCheck />,
  unassigned: <PartyPopper />,
  open: <Inbox />,
  resolved: <CircleCheckBig />,
};

/** A list with nothing in it: why, and what to do next. */
export function EmptyList({ place }: { place: Place }) {
  const t = useTranslations("list.empty");
  if (place.priority || place.productId) {
    const all = hrefOf({ ...place, priority: null, productId: null });
    return (
      <EmptyState
        icon={<FilterX />}
        title={t("filteredTitle")}
        text={t("filteredText")}
        action={
          <ButtonLink href={all} prefetch={false}>
            {t("clear")}
          </ButtonLink>
        }
      />
    );
  }
  const next = { mine: "unassigned", unassigned: "open", open: "resolved", resolved: "open" } as const;
  const view = next[place.view];
  return (
    <EmptyState
      icon={icons[place.view]}
      title={t(`${place.view}Title`)}
      text={t(`${place.view}Text`)}
      action={
        <ButtonLink href={hrefOf({ ...place, id: null, view })} prefetch={false}>
          {t(`${place.view}Action`)}
        </ButtonLink>
      }
    />
  );
}

/** The list could not be read. */
export function ListFailure({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("list");
  return (
    <EmptyState
      icon={<Unplug />}
      title={t("failedTitle")}
      text={t("failedText")}
      action={<Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}
