/** Where a caret or a selection stands in a text, as a text area tells it. */
export interface Caret {
  value: string;
  selectionStart: number;
  selectionEnd: number;
}

/**
 * A text with another put in at the caret, parted from what stands around it: several lines by an empty one, a few words by a
 * space. In a text that nobody has been in yet, it comes at the end.
 */
export function inserted(
  { value, selectionStart, selectionEnd }: Caret,
  added: string,
): { whole: string; caret: number } {
  const untouched = selectionStart === 0 && selectionEnd === 0;
  const before = untouched ? value : value.slice(0, selectionStart);
  const after = untouched ? "" : value.slice(selectionEnd);
  const lines = added.includes("\n");
  const start =
    before === "" || (lines ? before.endsWith("\n\n") : /\s$/.test(before)) ? before : before + (lines ? "\n\n" : " ");
  const end =
    after === "" ? "" : (lines ? "\n\n" : /^\s/.test(after) ? "" : " ") + after.replace(lines ? /^\n+/ : "", "");
  const upTo = start + added;
  return { whole: upTo + end, caret: upTo.length };
}
