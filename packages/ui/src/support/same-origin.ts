/**
 * Where to go after signing in: a path of this app, whatever was asked for. Browsers read `//host` and `/\host` as another
 * host, and drop tabs and line breaks before they read.
 */
export function safeNext(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/")) return "/";
  const base = "http://this.app";
  if (!URL.canParse(wanted, base)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, base);
  return origin === base && !pathname.startsWith("//") ? pathname + search + hash : "/";
}

/** Whether a form or script of ours sent this; the host has been checked before any page runs. */
export function isFromOurPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
