"use client";

import type { ListRow } from "@mintreu/api/conversations/list-sql";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { type Held, holdOrder } from "./hold-order.ts";

/** Rows that do not move while somebody is reading, pointing or moving by keys among them; `show` lets the new order in. */
export function useSteadyRows(
  fresh: readonly ListRow[],
  pane: RefObject<HTMLElement | null>,
): Held & { show: () => void } {
  const [shown, setShown] = useState(fresh);
  const busy = useBusy(pane);
  if (!busy && shown !== fresh) setShown(fresh);
  const held = useMemo(() => holdOrder(shown, fresh), [shown, fresh]);
  const show = () => {
    pane.current?.scrollTo({ top: 0 });
    setShown(fresh);
  };
  return { ...held, show };
}

/** Whether the reader is in the pane: scrolled down, pointing at it, or moving in it by keys. */
function useBusy(pane: RefObject<HTMLElement | null>): boolean {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => setBusy(element.scrollTop > 8 || element.matches(":hover, :has(:focus-visible)"));
    const events = ["pointerenter", "pointerleave", "focusin", "focusout", "scroll"] as const;
    // A frame later: `:hover` and `:focus-visible` tell what was before while the event runs.
    const later = () => requestAnimationFrame(look);
    for (const event of events) element.addEventListener(event, later, { passive: true });
    return () => {
      for (const event of events) element.removeEventListener(event, later);
    };
  }, [pane]);
  return busy;
}
