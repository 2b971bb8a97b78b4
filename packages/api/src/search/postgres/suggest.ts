import { distance } from "../text/distance.ts";
import { stemOf } from "../text/stem.ts";
import type { Presented } from "./present.ts";
import type { Resolved } from "./resolve.ts";
import type { Understood } from "./understand.ts";

/**
 * The search as it was probably meant: words that are not known as they are, written as what was found has them. It is made
 * of nothing but texts that the reader may see.
 *
 * @returns null when nothing was misspelt, or it is not known what was meant.
 */
export function suggest({ text }: Understood, terms: readonly Resolved[], found: readonly Presented[]): string | null {
  let suggestion = text;
  // From the end, so that what is before stays where it is.
  for (const resolved of [...terms].sort((a, b) => b.term.from - a.term.from)) {
    const { from, to } = resolved.term;
    const meant = meantBy(resolved, found);
    if (meant !== null) suggestion = suggestion.slice(0, from) + meant + suggestion.slice(to);
  }
  return suggestion === text ? null : suggestion;
}

function meantBy({ term, corrections }: Resolved, found: readonly Presented[]): string | null {
  for (const { stem } of corrections) {
    const written = new Set<string>();
    for (const { words } of found) for (const { text } of words) if (stemOf(text) === stem) written.add(text);
    const [nearest] = [...written].sort((a, b) => distance(term.text, a) - distance(term.text, b) || (a < b ? -1 : 1));
    if (nearest !== undefined) return nearest;
  }
  return null;
}
