/** `system` follows the device. */
export const themes = ["system", "light", "dark"] as const;

/** A person's choice of theme. */
export type Theme = (typeof themes)[number];

/** Cookie that keeps the choice; readable by scripts, as nothing hangs on it. */
export const themeCookie = "theme";

/** The theme a cookie names; `system` for anything else. */
export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
