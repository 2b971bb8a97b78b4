import { cookies } from "next/headers";
import { type Theme, themeCookie, toTheme } from "./theme.ts";

/** The theme of whoever asks, on the server. */
export async function currentTheme(): Promise<Theme> {
  return toTheme((await cookies()).get(themeCookie)?.value);
}
