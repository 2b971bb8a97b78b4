"use client";

import type { MouseEvent, ReactNode } from "react";
import { placeAt } from "./place.ts";
import { goTo } from "./usePlace.ts";

/** Inside it, a click on a link to one of the lists or conversations goes there at once (see goTo). Every other click is the browser's. */
export function InPlaceLinks({ children }: { children: ReactNode }) {
  return (
    <div className="contents" onClickCapture={follow}>
      {children}
    </div>
  );
}

function follow(event: MouseEvent) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.origin !== window.location.origin) return;
  const place = placeAt(link.pathname, new URLSearchParams(link.search));
  if (!place) return;
  event.preventDefault();
  goTo(place);
}
