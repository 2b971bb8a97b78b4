"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ConsoleNav, type NavSection } from "./ConsoleNav.tsx";
import { IconButton } from "./IconButton.tsx";
import { LogoMark } from "./Logo.tsx";
import { Sheet } from "./Sheet.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

/** What the frame of the console takes. */
export interface ConsoleFrameProps {
  /** Name of the desk: text, or a menu to change it. */
  desk: ReactNode;
  sections: NavSection[];
  /** AccountMenu with `look="row"`. */
  account: ReactNode;
  /** Between desk and views: search, a new conversation. */
  tools?: ReactNode;
  /** At the end of a narrow screen's top bar: what must not hide in the drawer. */
  shortTools?: ReactNode;
  /** Runs over the main area, such as the connection's banner. */
  banner?: ReactNode;
  /** Usually Panes. */
  children: ReactNode;
}

/**
 * Sidebar and main area for agents; the height is the window's, panes scroll for themselves. Under 1024 px the sidebar is a
 * drawer behind the menu button of a top bar.
 */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { desk, sections, account, tools, shortTools, banner, children } = props;
  const t = useTranslations("frame");
  const pathname = usePathname();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const sidebar = (
    <>
      {tools && <div className="px-3 pb-2">{tools}</div>}
      <ConsoleNav sections={sections} onFollow={() => setOpenAt(null)} />
      <div className="mt-auto flex items-center gap-1 border-border border-t p-2">
        {account}
        <ThemeSwitch side="top" />
      </div>
    </>
  );
  return (
    <div className="frame-console flex h-dvh min-h-0 max-lg:flex-col">
      <SkipLink />
      <aside className="flex w-60 shrink-0 flex-col border-border border-e bg-sunken max-lg:hidden">
        <div className="flex h-12 shrink-0 items-center gap-2.5 px-4 font-semibold text-md">
          <LogoMark className="size-5.5 shrink-0" />
          <div className="min-w-0 flex-1 truncate">{desk}</div>
        </div>
        {sidebar}
      </aside>
      <header className="flex h-12 shrink-0 items-center gap-1.5 border-border border-b bg-sunken px-2 lg:hidden">
        <IconButton label={t("menu")} aria-haspopup="dialog" onClick={() => setOpenAt(pathname)}>
          <Menu />
        </IconButton>
        <LogoMark className="size-5 shrink-0" />
        <div className="min-w-0 flex-1 truncate font-semibold text-md">{desk}</div>
        {shortTools}
        <Sheet
          side="start"
          title={t("mainMenu")}
          open={openAt === pathname}
          onOpenChange={(open) => setOpenAt(open ? pathname : null)}
        >
          {sidebar}
        </Sheet>
      </header>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {banner}
        <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
