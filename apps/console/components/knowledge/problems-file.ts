import type { ImportReport } from "@mintreu/api/articles/schema";

/** What an import could not resolve, as lines of tab-separated values: what spreadsheets take from a file and from the clipboard. */
export function problemLines(problems: ImportReport["problems"]): string {
  const rows = [
    ["file", "line", "kind", "what", "why"],
    ...problems.map(({ file, line, kind, what, why }) => [file, line?.toString() ?? "", kind, what, why]),
  ];
  return rows.map((row) => row.map(oneLine).join("\t")).join("\n");
}

/** A sheet reads what begins with one of these as a formula. */
function oneLine(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
