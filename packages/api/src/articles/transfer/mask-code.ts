const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})([^\n]*)$/;

/**
 * Markdown with its code blanked out, every other character where it was: what looks like a link in code is none.
 * Takes time in proportion to the text, whatever that is.
 */
export function maskCode(markdown: string): string {
  return maskSpans(maskFences(markdown));
}

function maskFences(markdown: string): string {
  let fence = "";
  const lines = markdown.split("\n").map((line) => {
    const [, marks = "", info = ""] = FENCE.exec(line) ?? [];
    if (fence) {
      if (marks[0] === fence[0] && marks.length >= fence.length && info.trim() === "") fence = "";
      return blank(line);
    }
    // What follows three backticks on a line with more of them is code in the line.
    if (!marks || (marks.startsWith("`") && info.includes("`"))) return line;
    fence = marks;
    return blank(line);
  });
  return lines.join("\n");
}

/** From a run of backticks to the next of the same length, within a paragraph. */
function maskSpans(text: string): string {
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const runs = [...paragraph.matchAll(/`+/g)];
      // From the last to the first, since taking from the end costs nothing.
      const byLength = Map.groupBy(runs.toReversed(), ([marks]) => marks.length);
      const pieces: string[] = [];
      let end = 0;
      for (const { 0: marks, index } of runs) {
        if (index < end || isEscaped(paragraph, index)) continue;
        const same = byLength.get(marks.length) ?? [];
        while ((same.at(-1)?.index ?? Number.POSITIVE_INFINITY) <= index) same.pop();
        const close = same.at(-1);
        if (!close) continue;
        pieces.push(paragraph.slice(end, index), blank(paragraph.slice(index, close.index + marks.length)));
        end = close.index + marks.length;
      }
      return pieces.join("") + paragraph.slice(end);
    })
    .join("");
}

/** Whether an odd number of backslashes stands before a place. */
export function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text[start - 1] === "\\") start -= 1;
  return (index - start) % 2 === 1;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
