"use client";

import { useNow } from "next-intl";
import { useSyncExternalStore } from "react";

let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/**
 * The time in ms, renewed every 30 s by one timer for the whole page. While hydrating it is the server's, so that both
 * sides render the same text.
 */
export function useClock(): number {
  const server = useNow().getTime();
  return useSyncExternalStore(subscribe, read, () => server);
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    timer = setInterval(tick, 30_000);
    document.addEventListener("visibilitychange", tick);
    now = Date.now();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
    now = 0;
  };
}

function read() {
  if (now === 0) now = Date.now();
  return now;
}

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}
