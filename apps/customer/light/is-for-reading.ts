import type { IncomingMessage } from "node:http";
import { visitorsPath } from "../components/frame/visitors-path.ts";

/** The session's cookie of either kind; see people/sessions.ts. */
const SESSION = /(^|;\s*)(__Host-)?mintreu-customer-session=/;

/**
 * Whether a browser asks for a whole page that is there to be read, for somebody without a session. Not Next for a part of one,
 * and not the page of results: that one tells what was searched for.
 */
export function isForReading({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "GET" || headers.rsc !== undefined || SESSION.test(headers.cookie ?? "")) return false;
  const [path = ""] = url.split("?", 1);
  return path !== "/help/search" && visitorsPath(path) !== undefined;
}
