import type { Highlighted } from "@mintreu/api/search/schema";

/** Highlighted text without its marks. */
export function plain(parts: Highlighted): string {
  return parts.map(({ text }) => text).join("");
}
