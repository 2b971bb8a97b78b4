import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { directionOf } from "../i18n.ts";
import { inter } from "./inter.ts";
import { Providers } from "./Providers.tsx";
import { themeCookie, toTheme } from "./theme.ts";

/** The document of both apps. The theme is in the HTML from the first byte, so nothing flashes and no script is needed. */
export async function Document({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme}
      className={inter.variable}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider>
          <Providers>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
