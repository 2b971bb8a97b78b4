/**
 * A message without the marks of Markdown that an excerpt would show: of emphasis, code, headings, quotes and links, whose
 * address is left out. What stands in words, such as the line of `foo_bar`, stays. Each text is gone through once.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]\n]*)\]\([^()\s]*\)/g, "$1")
    .replace(/^(?:#{1,6} |(?:> ?)+|[*+-] )/gm, "")
    .replace(/\*{2,}|~~|`+/g, "")
    .replace(/(?<![\p{L}\p{N}_*])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}_*])/gu, "");
}
