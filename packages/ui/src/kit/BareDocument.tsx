import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { directionOf } from "../i18n.ts";
import { currentTheme } from "./current-theme.ts";
import { inter } from "./inter.ts";

/**
 * The document alone, without a script of its own: for pages that shall weigh little. What needs the providers stands inside
 * `Interactive`. The theme is in the HTML from the first byte, so nothing flashes and no script is needed.
 */
export async function BareDocument({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = await currentTheme();
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme}
      className={inter.variable}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  );
}
