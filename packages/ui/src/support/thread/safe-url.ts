const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** An address that a message may link to; empty for every other. Only absolute ones: a message has no base of its own. */
export function safeUrl(url: string): string {
  if (!URL.canParse(url)) return "";
  return SCHEMES.has(new URL(url).protocol) ? url : "";
}
