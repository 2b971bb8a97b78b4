import type { DifferenceLine } from "@mintreu/api/articles/schema";

/** A line of a difference, or how many lines that are the same are left out. */
export type Passage = { key: number } & ({ kind: "line"; line: DifferenceLine } | { kind: "skipped"; count: number });

/** Lines that are the same around a change, so that one knows where it is. */
const AROUND = 2;

/** A difference without the long passages in which nothing changed. */
export function passagesOf(lines: readonly DifferenceLine[]): Passage[] {
  const shown = lines.map((_, place) =>
    lines.slice(Math.max(0, place - AROUND), place + AROUND + 1).some(({ change }) => change !== "same"),
  );
  const passages: Passage[] = [];
  lines.forEach((line, key) => {
    const last = passages.at(-1);
    if (shown[key]) passages.push({ key, kind: "line", line });
    else if (last?.kind === "skipped") last.count += 1;
    else passages.push({ key, kind: "skipped", count: 1 });
  });
  return passages;
}
