"use client";

import { useEffect } from "react";

interface Keys {
  save: () => void;
  /** Null while it cannot be done. */
  publish: (() => void) | null;
}

/**
 * ⌘S saves and ⌘⏎ publishes, wherever the focus is: before the text or the browser takes the key. Not in a dialog, whose
 * keys are its own.
 */
export function useEditorKeys({ save, publish }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest("[role=dialog]")) return;
      const run = event.key.toLowerCase() === "s" ? save : event.key === "Enter" ? publish : undefined;
      if (run === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run?.();
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [save, publish]);
}
