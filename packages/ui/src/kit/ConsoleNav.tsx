"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CountBadge } from "./CountBadge.tsx";
import { cx } from "./cx.ts";
import { isCurrent } from "./nav-match.ts";

/** One view or page of the console. */
export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  count?: number;
  /** Draws the count as calling for attention. */
  urgent?: boolean;
  /** Told where the address alone does not say it, as with views in the query; else from the path. */
  current?: boolean;
}

/** Views that belong together. */
export interface NavSection {
  label?: string;
  items: NavItem[];
}

/** The console's navigation. `onFollow` runs when a link is followed. */
export function ConsoleNav({ sections, onFollow }: { sections: NavSection[]; onFollow?: () => void }) {
  const t = useTranslations("frame");
  return (
    <nav aria-label={t("mainMenu")} className="pane-scroll flex min-h-0 flex-1 flex-col gap-4 px-2 py-2">
      {sections.map((section) => (
        <div key={section.label ?? section.items[0]?.href}>
          {section.label && <h2 className="px-2 pb-1 font-medium text-muted text-xs">{section.label}</h2>}
          <ul className="flex flex-col gap-px">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavLink({ item, onFollow }: { item: NavItem; onFollow: (() => void) | undefined }) {
  const pathname = usePathname();
  const here = item.current ?? isCurrent(item.href, pathname);
  return (
    <Link
      href={item.href}
      onClick={onFollow}
      aria-current={here ? "page" : undefined}
      className={cx(
        "flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-sm transition-colors focus-visible:-outline-offset-2",
        "max-lg:h-10 [&_svg]:size-4 [&_svg]:shrink-0",
        here ? "bg-selected text-text [&_svg]:text-accent" : "text-muted hover:bg-hover hover:text-text",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.count !== undefined && <CountBadge count={item.count} look={item.urgent ? "accent" : "quiet"} />}
    </Link>
  );
}
