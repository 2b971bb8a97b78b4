/** Prints one line of progress. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step of the start, telling what is done, and from time to time that it still is.
 *
 * @param label what is done, as in "Building the apps".
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  say(`${label} …`);
  const timer = setInterval(() => say(`${label}: still at it after ${seconds()}`), 20_000);
  try {
    const result = await work();
    say(`${label}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** Rows of a small table, their first columns aligned. */
export function table(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}
