"use client";

import { useSyncExternalStore } from "react";

const apple: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧", ctrl: "⌃", enter: "↵" };
const others: Record<string, string> = { mod: "Ctrl", alt: "Alt", shift: "Shift", ctrl: "Ctrl", enter: "↵" };

/** Shows keys: "mod+k" is ⌘ K on a Mac and Ctrl K elsewhere, "g i" is g, then i. */
export function Kbd({ keys }: { keys: string }) {
  const names = useSyncExternalStore(never, onApple, onServer) ? apple : others;
  return (
    <span dir="ltr" className="inline-flex items-center gap-0.5 align-middle">
      {keys.split(/[+ ]/).map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-xs border border-border bg-sunken px-1 font-sans text-2xs text-muted"
        >
          {names[key.toLowerCase()] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  );
}

const never = () => () => {};
const onApple = () => /Mac|iPhone|iPad/.test(navigator.platform);
const onServer = () => false;
