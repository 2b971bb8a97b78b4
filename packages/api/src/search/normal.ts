import { MAX_QUERY } from "./schema.ts";

/** What somebody typed as it is searched for: well formed, on one line, and not longer than a search is. */
export function typed(text: string): string {
  const whole = text.replaceAll("\0", "").toWellFormed().replace(/\s+/g, " ").trim();
  return whole.slice(0, MAX_QUERY).toWellFormed();
}

/** A search as it is counted and compared: in lower case, with single spaces. */
export function normal(text: string): string {
  return typed(text).normalize("NFC").toLowerCase();
}
