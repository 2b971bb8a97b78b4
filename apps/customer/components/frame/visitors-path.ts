/** Where the pages of visitors lie: an address of nobody, as `proxy.ts` leads there from `/help`. */
const VISITORS = "/visitor";

/**
 * Which page somebody without a session gets for an address of the help centre.
 *
 * @returns undefined for an address that is the same for everybody.
 */
export function visitorsPath(pathname: string): string | undefined {
  if (pathname === "/help/feed.xml") return undefined;
  if (pathname === "/") return `${VISITORS}/help`;
  return pathname === "/help" || pathname.startsWith("/help/") ? VISITORS + pathname : undefined;
}
