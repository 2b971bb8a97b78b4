/** The middle value; of an even count, the lower of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1));
  return sorted[index] ?? Number.NaN;
}

/** A ratio with its verdict against the bar. */
export interface Verdict {
  what: string;
  ours: number;
  peer: number;
  /** Ours divided by the peer's. */
  ratio: number;
  unit: string;
  reach: string;
  reached: boolean;
}

interface Compared {
  what: string;
  unit: string;
  ours: readonly number[];
  peer: readonly number[];
  /** The bar: at most this many times the peer's, or at least. */
  bar: { atMost: number } | { atLeast: number };
}

/** Compares medians of rounds that ran in turn. */
export function compare({ what, unit, ours, peer, bar }: Compared): Verdict {
  const [a, b] = [median(ours), median(peer)];
  const ratio = a / b;
  const reach = "atMost" in bar ? `≤ ${bar.atMost}×` : `≥ ${bar.atLeast}×`;
  const reached = "atMost" in bar ? ratio <= bar.atMost : ratio >= bar.atLeast;
  return { what, ours: a, peer: b, ratio, unit, reach, reached };
}

/** Prints verdicts as a table. */
export function printTable(title: string, verdicts: readonly Verdict[]): void {
  const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const rows = verdicts.map(({ what, ours, peer, ratio, unit, reach, reached }) => [
    ...[what, `${figure(ours)} ${unit}`, `${figure(peer)} ${unit}`, `${ratio.toFixed(2)}×`],
    ...[reach, reached ? "reached" : "NOT REACHED"],
  ]);
  const all = [["what", "ours", "peer", "ratio", "bar", ""], ...rows];
  const widths = all[0]?.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0))) ?? [];
  console.log(`\n${title}`);
  for (const row of all) console.log(`  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`);
}
