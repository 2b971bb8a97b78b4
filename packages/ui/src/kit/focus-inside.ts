"use client";

import { useRef } from "react";

/**
 * Where the focus goes when a dialog opens: to what is marked `data-autofocus`, else to the dialog itself. Its first button
 * would be the closing one, whose tooltip would open with it. And back, when it closes, to where it was: Radix gives it
 * back to a trigger of its own only, and ours open by a key or by a button elsewhere.
 */
export function useFocusInside() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = document.activeElement;
      if (!(event.currentTarget instanceof HTMLElement)) return;
      event.preventDefault();
      (event.currentTarget.querySelector<HTMLElement>("[data-autofocus]") ?? event.currentTarget).focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    },
  };
}
