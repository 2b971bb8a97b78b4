import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./ButtonLink.tsx";
import { CustomerTabs } from "./CustomerTabs.tsx";
import { Logo } from "./Logo.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

/** What the frame of the customer app takes. */
export interface CustomerFrameProps {
  /** AccountMenu, or a link to sign in. */
  account: ReactNode;
  /** Unread messages over all tickets; live if a client component gives it. */
  unread?: number;
  /** Runs under the header, such as the connection's banner. */
  banner?: ReactNode;
  /** The page; it brings its own width (`mx-auto max-w-4xl px-4 sm:px-6` suits most). */
  children: ReactNode;
}

/**
 * Header, page and footer for customers; on a phone the navigation is a bar at the bottom. What sticks inside the page
 * sticks at `top-(--frame-top)` and `bottom-(--frame-bottom)`. A page that fills the height is `flex-1` in a column; with
 * `data-fill` on it the page is as high as the window, without footer and, on a phone, bar: a conversation scrolls itself.
 */
export function CustomerFrame({ account, unread = 0, banner, children }: CustomerFrameProps) {
  const t = useTranslations("frame");
  return (
    <div className="frame-customer flex min-h-dvh flex-col has-data-fill:h-dvh">
      <SkipLink />
      <header className="sticky top-0 z-30 border-border border-b bg-surface/90 backdrop-blur-md">
        <div className="mx-auto flex h-14 max-w-5xl items-center gap-2 px-4 sm:px-6">
          <Link href="/" className="me-4 flex rounded-md lg:me-6">
            <Logo />
          </Link>
          <CustomerTabs place="header" unread={unread} />
          <div className="ms-auto flex items-center gap-1.5">
            <ButtonLink
              href="/conversations/new"
              variant="primary"
              icon={<Plus aria-hidden />}
              className="me-1 max-md:hidden"
            >
              {t("newTicket")}
            </ButtonLink>
            <ThemeSwitch />
            {account}
          </div>
        </div>
        {banner}
      </header>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none has-data-fill:min-h-0">
        {children}
      </main>
      <footer className="mt-12 border-border border-t in-[.frame-customer:has([data-fill])]:hidden">
        <p className="mx-auto max-w-5xl px-4 py-6 text-muted text-sm sm:px-6">
          {t("copyright", { year: String(new Date().getFullYear()) })}
        </p>
      </footer>
      <CustomerTabs place="bottom" unread={unread} />
    </div>
  );
}
