"use client";

import { BookOpen, Home, MessageSquareText, Package, Plus } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { CountBadge } from "./CountBadge.tsx";
import { cx } from "./cx.ts";
import { isCurrent } from "./nav-match.ts";

const pages = [
  { href: "/", key: "home", icon: Home },
  { href: "/help", key: "help", icon: BookOpen },
  { href: "/conversations", key: "tickets", icon: MessageSquareText },
  { href: "/conversations/new", key: "newTicket", icon: Plus },
  { href: "/products", key: "products", icon: Package },
] as const;

/** The customer's navigation: in the header on a wide screen, a bar at the bottom of a narrow one. */
export function CustomerTabs({ place, unread }: { place: "header" | "bottom"; unread: number }) {
  const t = useTranslations("frame");
  const pathname = usePathname();
  const current = [...pages].reverse().find((page) => isCurrent(page.href, pathname));
  const bottom = place === "bottom";
  return (
    <nav aria-label={t("mainMenu")} className={bottom ? bar : "flex items-center gap-1 max-md:hidden"}>
      {pages
        .filter((page) => bottom || page.key !== "newTicket")
        .map(({ href, key, icon: Icon }) => {
          const here = current?.key === key;
          return (
            <Link
              key={key}
              href={href}
              aria-current={here ? "page" : undefined}
              className={cx(bottom ? barItem : headerItem, here ? hereClass[place] : "text-muted hover:text-text")}
            >
              {bottom && <Icon aria-hidden className="size-5" />}
              {t(key)}
              {key === "tickets" && (
                <span className={bottom ? "absolute start-1/2 top-1 ms-1.5" : undefined}>
                  <CountBadge look="accent" max={99} count={unread} label={t("unread", { count: unread })} />
                </span>
              )}
            </Link>
          );
        })}
    </nav>
  );
}

const headerItem =
  "inline-flex h-8 items-center gap-1.5 rounded-md px-3 font-medium text-md transition-colors hover:bg-hover";
const bar =
  "in-[.frame-customer:has([data-fill])]:hidden sticky bottom-0 z-30 grid grid-cols-5 border-border border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden";
const barItem =
  "relative flex h-14 min-w-0 flex-col items-center justify-center gap-0.5 px-1 text-center font-medium text-2xs focus-visible:-outline-offset-2";
const hereClass = { header: "bg-hover text-text", bottom: "text-accent" };
