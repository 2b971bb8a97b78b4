"use client";

import { VIEWS, type View } from "@mintreu/api/conversations/schema";
import type { NavSection } from "@mintreu/ui/kit/ConsoleNav";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheckBig, CircleDashed, Inbox, Mails, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { deskInputAt, hrefOf, type Place } from "../place/place.ts";

const icons: Record<View, ReactNode> = {
  mine: <UserCheck aria-hidden />,
  unassigned: <CircleDashed aria-hidden />,
  open: <Inbox aria-hidden />,
  resolved: <CircleCheckBig aria-hidden />,
};

/** The address of a view beside a place: same desk, no filters, nothing open. */
export function viewHref(view: View, place: Place | null): string {
  return hrefOf({ view, id: null, deskId: place?.deskId ?? null, priority: null, productId: null });
}

/** The sidebar: the views with their live counts, and what only admins have. */
export function useSections(place: Place | null): NavSection[] {
  const t = useTranslations();
  const { me } = useLive();
  const deskId = place?.deskId ?? null;
  const options = useTRPC().conversations.counts.queryOptions(deskInputAt({ deskId }), {
    placeholderData: keepPreviousData,
  });
  const { data: counts } = useQuery(options);
  const views: NavSection = {
    items: VIEWS.map((view) => ({
      href: viewHref(view, place),
      label: t(`views.${view}`),
      icon: icons[view],
      current: place?.view === view,
      ...(counts ? { count: counts[view] } : {}),
    })),
  };
  if (me.role !== "admin") return [views];
  const platform: NavSection = {
    label: t("views.platform"),
    items: [{ href: "/mail", label: t("views.mail"), icon: <Mails aria-hidden /> }],
  };
  return [views, platform];
}
