import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { Providers } from "./Providers.tsx";

/** Around what runs in the browser: every text, direction, time zone, tooltips, toasts. */
export function Interactive({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider>
      <Providers>{children}</Providers>
    </NextIntlClientProvider>
  );
}
