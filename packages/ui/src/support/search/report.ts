import { call } from "../call.ts";

/** A search that led somewhere, kept for this tab: the page it led to may say that it helped. */
const KEY = "search-led-here";

let last: { text: string; id: Promise<string | null> } | null = null;

/**
 * Tells that somebody has finished searching; the same text again is the same search. Figures must not stand in anybody's way:
 * what cannot be told is left untold.
 *
 * @returns the search's id, null when there is none.
 */
export function reportFinished(text: string, found: number): Promise<string | null> {
  const searched = text.trim();
  if (last?.text === searched) return last.id;
  const id = call("search.finished", { text: searched, found }).then(
    ({ searchId }) => searchId,
    () => null,
  );
  last = { text: searched, id };
  return id;
}

/** What was opened of a search. */
export interface Opened {
  text: string;
  found: number;
  /** Id of the document. */
  document: string;
  /** From 1. */
  place: number;
  href: string;
}

/** Tells what a search led to. */
export async function reportOpened({ text, found, document, place, href }: Opened): Promise<void> {
  const searchId = await reportFinished(text, found);
  if (!searchId) return;
  keep({ searchId, href });
  await call("search.opened", { searchId, document, place }).catch(() => undefined);
}

/** Tells that what a search led to has helped, if one has led to this page. */
export function reportHelped(): void {
  const led = read();
  if (!led || led.href !== window.location.pathname) return;
  keep(null);
  void call("search.helped", { searchId: led.searchId }).catch(() => undefined);
}

interface Led {
  searchId: string;
  href: string;
}

function keep(led: Led | null): void {
  try {
    if (led) sessionStorage.setItem(KEY, JSON.stringify(led));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage nothing is counted as helped.
  }
}

function read(): Led | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
