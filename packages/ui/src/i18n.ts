import type en from "../messages/en.json";

type UiMessages = typeof en;

/**
 * Every message there is, by key. An app adds its own file by augmenting this interface (see apps/customer/i18n/messages.ts),
 * so that a key that does not exist fails to compile.
 */
export interface Messages extends UiMessages {}

/** Languages people can choose, and two that only tests use: English made strange, from left and from right. */
export const locales = ["en", "en-XA", "ar-XB"] as const;

/** One of our languages. */
export type Locale = (typeof locales)[number];

/** Cookie with the chosen language. */
export const localeCookie = "locale";

/** Cookie with the browser's time zone, so that the server writes times as the browser does. */
export const timeZoneCookie = "tz";

/** The language a cookie names; English for anything else. */
export function toLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? "en";
}

/** The time zone a cookie names; UTC for anything that Intl does not know. */
export function toTimeZone(value: string | undefined): string {
  if (!value) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** Which way a language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(ar|fa|he|ur|ps|yi|dv|ckb|sd|ug)\b/.test(locale) ? "rtl" : "ltr";
}

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}
