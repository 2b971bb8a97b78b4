import { Logo } from "@mintreu/ui/kit/Logo";
import { SkipLink } from "@mintreu/ui/kit/SkipLink";
import type { Theme } from "@mintreu/ui/kit/theme.ts";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ready } from "./Ready.tsx";
import { SignInLink } from "./SignInLink.tsx";
import { ThemeChoice } from "./ThemeChoice.tsx";

/** What the frame takes. */
export interface VisitorFrameProps {
  theme: Theme;
  children: ReactNode;
}

/** Header, page and footer of the help centre for whoever has not signed in. */
export function VisitorFrame({ theme, children }: VisitorFrameProps) {
  const t = useTranslations("visitor");
  const frame = useTranslations("frame");
  return (
    <div className="frame-visitor flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-30 border-border border-b bg-surface print:hidden">
        <div className="mx-auto flex h-14 max-w-5xl items-center gap-2 px-4 sm:px-6">
          <a href="/help" className="me-auto flex rounded-md">
            <Logo />
          </a>
          <SignInLink />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
      <footer className="mt-12 border-border border-t print:hidden">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-6 text-muted text-sm sm:px-6">
          <p>{frame("copyright", { year: String(new Date().getFullYear()) })}</p>
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            <a href="/help/feed.xml" className="target whitespace-nowrap hover:text-text hover:underline">
              {t("feed")}
            </a>
            <ThemeChoice theme={theme} />
            <Ready />
          </div>
        </div>
      </footer>
    </div>
  );
}
