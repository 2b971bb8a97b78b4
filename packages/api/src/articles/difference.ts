import { diffLines, diffWordsWithSpace } from "diff";
import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessArticle } from "./access.ts";
import type { Difference, DifferenceInput, DifferenceLine } from "./schema.ts";

/** Longest lines (characters, both together) whose words are compared: the time that takes grows with the square. */
const MOST_TO_COMPARE = 4_000;
/** How long (ms) texts are compared; what differs everywhere is then shown as taken out and put in. */
const PATIENCE = 500;
/** How long (ms) the words of all changed lines may take, and those of one line: it goes on in the thread that serves everybody. */
const PATIENCE_FOR_WORDS = 250;
const PATIENCE_FOR_LINE = 50;

/**
 * How two revisions differ.
 *
 * @throws NOT_FOUND for a number that the article does not have.
 */
export async function getDifference(context: Context, { id, from, to }: DifferenceInput): Promise<Difference> {
  await accessArticle(context, id, "view");
  const rows = await context.system.db.prisma.articleRevision.findMany({
    where: { articleId: id, number: { in: [from, to] } },
    select: { number: true, title: true, summary: true, body: true },
  });
  const before = rows.find(({ number }) => number === from);
  const after = rows.find(({ number }) => number === to);
  if (!before || !after) throw new DomainError("NOT_FOUND");
  return {
    title: pair(before.title, after.title),
    summary: pair(before.summary, after.summary),
    lines: differenceOf(before.body, after.body),
  };
}

function pair(from: string, to: string): { from: string; to: string } | null {
  return from === to ? null : { from, to };
}

/** The lines of two texts: which are the same, which were taken out or put in, and of changed ones, which words. */
export function differenceOf(from: string, to: string): DifferenceLine[] {
  // Whether the last line ends in a line break is nothing that one reads.
  const options = { timeout: PATIENCE, stripTrailingCr: true, ignoreNewlineAtEof: true };
  const parts = diffLines(from, to, options) ?? [
    { removed: true, added: false, value: from },
    { removed: false, added: true, value: to },
  ];
  let left = PATIENCE_FOR_WORDS;
  const words = (text: string, other: string) => {
    const started = performance.now();
    const found = left > 0 ? wordsOf(text, other, Math.min(left, PATIENCE_FOR_LINE)) : null;
    left -= performance.now() - started;
    return found;
  };
  return parts.flatMap((part, i) => {
    const change = part.added ? "added" : part.removed ? "removed" : "same";
    const opposite = change === "removed" ? parts[i + 1] : change === "added" ? parts[i - 1] : undefined;
    const others = opposite && (opposite.added || opposite.removed) ? linesOf(opposite.value) : [];
    return linesOf(part.value).map((text, place) => {
      const other = others[place];
      return { change, text, words: other === undefined ? null : words(text, other) };
    });
  });
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** The words of a line, and which of them the line that it was changed from, or to, does not have; null where that takes too long. */
function wordsOf(text: string, other: string, timeout: number): DifferenceLine["words"] {
  if (text.length + other.length > MOST_TO_COMPARE) return null;
  const words = (diffWordsWithSpace(other, text, { timeout }) ?? [])
    .filter(({ removed }) => !removed)
    .map(({ added, value }) => ({ change: added ? ("changed" as const) : ("same" as const), text: value }));
  // Two lines with nothing in common are not one that was changed.
  return words.some(({ change, text }) => change === "same" && text.trim() !== "") ? words : null;
}
