/** How many quotes and lists one line may open inside each other. */
const MAX_DEPTH = 20;
/** How many signs that Markdown reads may stand in a text. */
const MAX_SIGNS = 600;

const OPENS = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]))+/gm;
const OPENING = />|[-+*]|\d[.)]/g;
const SIGNS = /[*_~[\]`|<&]|\n/g;

/**
 * Whether a text would keep whoever reads it as Markdown busy: parsing takes time that grows with the square of its
 * signs, and quotes within quotes end the stack. Such a text is shown as it was typed.
 */
export function isTangled(text: string): boolean {
  if ((text.match(SIGNS)?.length ?? 0) > MAX_SIGNS) return true;
  return (text.match(OPENS) ?? []).some((start) => (start.match(OPENING)?.length ?? 0) > MAX_DEPTH);
}
