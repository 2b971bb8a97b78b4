"use client";

import { keepCookie } from "@mintreu/ui/kit/keep-cookie.ts";
import { useSyncExternalStore } from "react";

const COOKIE = "shortcuts";
const listeners = new Set<() => void>();

/**
 * Whether single keys do anything (WCAG 2.2, 2.1.4: they can be turned off). Kept on this device, as some speak to theirs.
 */
export function useShortcutSetting(): [boolean, (enabled: boolean) => void] {
  const enabled = useSyncExternalStore(subscribe, read, () => true);
  return [enabled, write];
}

function write(enabled: boolean) {
  keepCookie(COOKIE, enabled ? "on" : "off");
  for (const listener of listeners) listener();
}

function read() {
  return !document.cookie.split("; ").includes(`${COOKIE}=off`);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
