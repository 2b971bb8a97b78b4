import { call } from "../call.ts";

/** A search that led somewhere, kept for this tab: the page it led to may say that it helped. */
const LED = "search-led-here";
/** The last search of this tab: a ticket may be written all the same. */
const LAST = "search-before";
/** A ticket that is written later than this (ms) is about something else. */
const SOON = 30 * 60_000;

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
    ({ searchId }) => {
      if (searchId) keep(LAST, { searchId, at: Date.now() } satisfies Last);
      return searchId;
    },
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
  keep(LED, { searchId, href } satisfies Led);
  await call("search.opened", { searchId, document, place }).catch(() => undefined);
}

/** Tells that what a search led to has helped, if one has led to this page. */
export function reportHelped(): void {
  const led = read<Led>(LED);
  if (!led || led.href !== window.location.pathname) return;
  keep(LED, null);
  void call("search.helped", { searchId: led.searchId }).catch(() => undefined);
}

/** Tells that a ticket was written although somebody had searched before. */
export function reportTicket(): void {
  const last = read<Last>(LAST);
  keep(LAST, null);
  if (!last || Date.now() - last.at > SOON) return;
  void call("search.endedInTicket", { searchId: last.searchId }).catch(() => undefined);
}

interface Led {
  searchId: string;
  href: string;
}

interface Last {
  searchId: string;
  /** Milliseconds since 1970. */
  at: number;
}

function keep(key: string, value: object | null): void {
  try {
    if (value) sessionStorage.setItem(key, JSON.stringify(value));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage nothing is counted of what comes after.
  }
}

function read<Kept>(key: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
