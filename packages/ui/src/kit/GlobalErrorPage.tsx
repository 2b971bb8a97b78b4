"use client";

import { NextIntlClientProvider } from "next-intl";
import en from "../../messages/en.json";
import { ErrorPage, type ErrorPageProps } from "./ErrorPage.tsx";
import { themeCookie, toTheme } from "./theme.ts";

/** The whole document when even the root layout threw: no server, so English and the theme from the browser's cookie. */
export function GlobalErrorPage(props: ErrorPageProps) {
  const cookie = typeof document === "undefined" ? "" : document.cookie;
  const theme = toTheme(new RegExp(`(?:^|; )${themeCookie}=(\\w+)`).exec(cookie)?.[1]);
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider locale="en" timeZone="UTC" messages={en}>
          <title>{en.pages.error.title}</title>
          <ErrorPage {...props} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
