import type { IncomingMessage } from "node:http";
import { visitorsPath } from "../components/frame/visitors-path.ts";

/** The session's cookie of either kind; see people/sessions.ts. */
const SESSION = /(^|;\s*)(__Host-)?mintreu-customer-session=/;

/** Whether a browser asks for a whole page of the help centre for somebody without a session; not Next for a part of one. */
export function isForVisitors({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "GET" || headers.rsc !== undefined || SESSION.test(headers.cookie ?? "")) return false;
  return visitorsPath(url.split("?", 1)[0] ?? "") !== undefined;
}
