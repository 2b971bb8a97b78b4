import Link from "next/link";
import type { ReactNode } from "react";
import { CountBadge } from "./CountBadge.tsx";
import { type TabLook, tabClass, tabListClass } from "./tab-look.ts";

/** One tab that leads to an address. */
export interface TabLink {
  href: string;
  label: string;
  icon?: ReactNode;
  count?: number;
  current: boolean;
}

/** Tabs and filters that are links: each state has an address, works without scripts and with the back button. */
export function TabLinks({ label, tabs, look = "line" }: { label: string; tabs: TabLink[]; look?: TabLook }) {
  return (
    <nav aria-label={label} className={tabListClass[look]}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.current ? "page" : undefined}
          className={tabClass(look, tab.current)}
        >
          {tab.icon}
          {tab.label}
          {tab.count !== undefined && <CountBadge count={tab.count} />}
        </Link>
      ))}
    </nav>
  );
}
