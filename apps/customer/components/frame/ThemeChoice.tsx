"use client";

import { keepCookie } from "@mintreu/ui/kit/keep-cookie.ts";
import { themeCookie, themes, toTheme } from "@mintreu/ui/kit/theme.ts";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** The choice of theme as a native control, which weighs nothing. */
export function ThemeChoice() {
  const t = useTranslations("visitor.theme");
  const select = useRef<HTMLSelectElement>(null);
  // What the server rendered stands on the document; a page cannot know it without making its HTML the person's own.
  useEffect(() => {
    if (select.current) select.current.value = toTheme(document.documentElement.dataset.theme);
  }, []);
  const choose = (value: string) => {
    document.documentElement.dataset.theme = toTheme(value);
    keepCookie(themeCookie, value);
  };
  return (
    <label className="flex items-center gap-2">
      {t("label")}
      <select
        ref={select}
        defaultValue="system"
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
