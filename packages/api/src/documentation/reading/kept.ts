import { LIMITS } from "../site.ts";

const MOST_HEADINGS = 200;
const LONGEST_TITLE = 300;

/** Text as it is kept: what PostgreSQL and JSON take, without runs of empty space, and no more than its share. */
export function kept(text: string): string {
  const whole = text.slice(0, LIMITS.pageText).toWellFormed().replaceAll("\0", "");
  return whole
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** A title or heading in one line, without the sign that links to it. */
export function keptTitle(text: string): string {
  return kept(text.slice(0, 2 * LONGEST_TITLE))
    .replaceAll("\n", " ")
    .replace(/\s*[¶#]$/, "")
    .slice(0, LONGEST_TITLE)
    .toWellFormed();
}

/** Headings, one a line. */
export function keptHeadings(headings: readonly string[]): string {
  return headings
    .slice(0, MOST_HEADINGS)
    .map(keptTitle)
    .filter((heading) => heading !== "")
    .join("\n");
}
