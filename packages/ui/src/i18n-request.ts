import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import en from "../messages/en.json";
import { type Locale, localeCookie, timeZoneCookie, toLocale, toTimeZone } from "./i18n.ts";
import { type MessageTree, pseudo } from "./i18n-pseudo.ts";

/** The request configuration of an app: language and time zone from cookies, shared messages merged with the app's own. */
export function intlRequest(own: MessageTree) {
  const english = { ...en, ...own };
  const strange = pseudo(english);
  const messages: Record<Locale, MessageTree> = { en: english, "en-XA": strange, "ar-XB": strange };
  return getRequestConfig(async () => {
    const jar = await cookies();
    const locale = toLocale(jar.get(localeCookie)?.value);
    const timeZone = toTimeZone(jar.get(timeZoneCookie)?.value);
    return { locale, timeZone, now: new Date(), messages: messages[locale] };
  });
}
