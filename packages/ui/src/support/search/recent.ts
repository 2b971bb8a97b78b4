const KEY = "recent-searches";
const MOST = 6;

/** What was searched for in this browser, newest first. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a search that led somewhere; the same one again moves to the front. */
export function keepRecent(text: string): void {
  const wanted = text.trim();
  if (wanted) write([wanted, ...readRecent().filter((each) => each !== wanted)].slice(0, MOST));
}

/** Forgets all of them. */
export function clearRecent(): void {
  write([]);
}

function write(texts: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(texts));
  } catch {
    // A forbidden or full storage forgets; searching goes on.
  }
}
