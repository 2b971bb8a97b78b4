"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * A text that is kept in this browser under a key until it is sent. Empty while hydrating, as the server does not know it.
 */
export function useDraft(key: string): [string, (text: string) => void] {
  const kept = useSyncExternalStore(
    never,
    () => read(key),
    () => "",
  );
  const [typed, setTyped] = useState<{ key: string; text: string } | null>(null);
  const text = typed?.key === key ? typed.text : kept;
  useEffect(() => {
    if (typed) write(typed.key, typed.text);
  }, [typed]);
  return [text, (next) => setTyped({ key, text: next })];
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** A full or forbidden storage loses the draft's copy, never the text on screen. */
function write(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {}
}
