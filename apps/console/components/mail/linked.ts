/** A stretch of text; `at` is where it begins. */
export interface Part {
  at: number;
  text: string;
  /** Where it leads, for an address. */
  href?: string;
}

/** Parts a plain text into words and web addresses. A full stop or bracket after an address is not of it. */
export function linked(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: href, index } of text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g)) {
    if (index > at) parts.push({ at, text: text.slice(at, index) });
    parts.push({ at: index, text: href, href });
    at = index + href.length;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at) });
  return parts;
}
