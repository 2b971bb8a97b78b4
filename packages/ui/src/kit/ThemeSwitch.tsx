"use client";

import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DropdownMenu, MenuRadio } from "./DropdownMenu.tsx";
import { IconButton } from "./IconButton.tsx";
import { keepCookie } from "./keep-cookie.ts";
import { type Theme, themeCookie, themes, toTheme } from "./theme.ts";

const icons = { system: <Monitor />, light: <Sun />, dark: <Moon /> };

/** Chooses light, dark or the device's theme. Holds at once, on every page and in both apps of this host. */
export function ThemeSwitch({ side }: { side?: "top" | "bottom" }) {
  const t = useTranslations("kit.theme");
  const [theme, setTheme] = useState<Theme>("system");
  const choose = (next: Theme) => {
    document.documentElement.dataset.theme = next;
    keepCookie(themeCookie, next);
    setTheme(next);
  };
  // What the server rendered is read when the menu opens: before that nothing here shows it.
  const read = () => setTheme(toTheme(document.documentElement.dataset.theme));
  return (
    <DropdownMenu
      side={side}
      trigger={
        <IconButton label={t("label")} onPointerDown={read} onKeyDown={read}>
          <SunMoon />
        </IconButton>
      }
    >
      <MenuRadio
        label={t("label")}
        value={theme}
        onChange={choose}
        choices={themes.map((value) => ({ value, label: t(value), icon: icons[value] }))}
      />
    </DropdownMenu>
  );
}
