"use client";

import { VIEWS, type View } from "@mintreu/api/conversations/schema";
import type { NavSection } from "@mintreu/ui/kit/ConsoleNav";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  BookOpenText,
  ChartNoAxesColumn,
  CircleCheckBig,
  CircleDashed,
  FileCode2,
  FolderTree,
  Inbox,
  LifeBuoy,
  Mails,
  SearchCheck,
  UserCheck,
} from "lucide-react";
import { usePathname } from "next/navigation";
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
  const knowledge = useKnowledge();
  if (me.role !== "admin") return [views, knowledge];
  const platform: NavSection = {
    label: t("views.platform"),
    items: [
      { href: "/knowledge/search", label: t("views.relevance"), icon: <SearchCheck aria-hidden /> },
      { href: "/mail", label: t("views.mail"), icon: <Mails aria-hidden /> },
    ],
  };
  return [views, knowledge, platform];
}

/** What answers before anybody writes. */
function useKnowledge(): NavSection {
  const t = useTranslations("views");
  const pathname = usePathname();
  const others = ["/knowledge/collections", "/knowledge/figures", "/knowledge/search"];
  return {
    label: t("knowledge"),
    items: [
      {
        href: "/knowledge",
        label: t("articles"),
        icon: <BookOpenText aria-hidden />,
        // An article that is edited lies below it, as the other pages do.
        current: /^\/knowledge(\/|$)/.test(pathname) && !others.includes(pathname),
      },
      { href: "/knowledge/collections", label: t("collections"), icon: <FolderTree aria-hidden /> },
      { href: "/knowledge/figures", label: t("figures"), icon: <ChartNoAxesColumn aria-hidden /> },
      { href: "/documentation", label: t("documentation"), icon: <FileCode2 aria-hidden /> },
      { href: "/help", label: t("help"), icon: <LifeBuoy aria-hidden /> },
    ],
  };
}
