"use client";

import { keepCookie } from "@mintreu/ui/kit/keep-cookie.ts";
import { type Theme, themeCookie, themes, toTheme } from "@mintreu/ui/kit/theme.ts";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** The choice of theme as a native control, which weighs nothing. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations("visitor.theme");
  const select = useRef<HTMLSelectElement>(null);
  // A browser that restores a page restores what was chosen in it, too: what counts stands on the document.
  useEffect(() => {
    if (select.current) select.current.value = toTheme(document.documentElement.dataset.theme);
  }, []);
  const choose = (value: string) => {
    document.documentElement.dataset.theme = toTheme(value);
    keepCookie(themeCookie, value);
  };
  return (
    <label className="flex items-center gap-2 whitespace-nowrap">
      {t("label")}
      <select
        ref={select}
        defaultValue={theme}
        onChange={({ target }) => choose(target.value)}
        className="h-7 rounded-md border border-control bg-surface px-1.5 text-text"
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {t(theme)}
          </option>
        ))}
      </select>
    </label>
  );
}
