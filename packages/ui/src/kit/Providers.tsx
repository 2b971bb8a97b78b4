"use client";

import { NextIntlClientProvider, useLocale, useTimeZone } from "next-intl";
import { Direction, Tooltip } from "radix-ui";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { directionOf, timeZoneCookie } from "../i18n.ts";
import { keepCookie } from "./keep-cookie.ts";
import { allowStyles } from "./style-nonce.ts";
import { ToastRegion } from "./ToastRegion.tsx";

allowStyles();

/** What every page needs around it in the browser: direction, time zone, tooltips, toasts. Inside the messages' provider. */
export function Providers({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const timeZone = useOwnTimeZone();
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone}>
      <Direction.Provider dir={directionOf(locale)}>
        <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
          {children}
          <ToastRegion />
        </Tooltip.Provider>
      </Direction.Provider>
    </NextIntlClientProvider>
  );
}

/** The server's guess while hydrating, then the browser's own; kept in a cookie so that the guess is right next time. */
function useOwnTimeZone() {
  const guess = useTimeZone() ?? "UTC";
  const own = useSyncExternalStore(never, browserTimeZone, () => guess);
  useEffect(() => {
    if (own !== guess) keepCookie(timeZoneCookie, own);
  }, [own, guess]);
  return own;
}

const never = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
