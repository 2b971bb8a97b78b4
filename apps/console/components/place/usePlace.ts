"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { hrefOf, type Place, placeAt } from "./place.ts";

const START: Place = { view: "mine", id: null, deskId: null, priority: null, productId: null };

/** Where the agent is; follows the address. On a page that is none of the lists, the start without a choice. */
export function usePlace(): Place {
  const pathname = usePathname();
  const search = useSearchParams();
  return useMemo(() => placeAt(pathname, search) ?? START, [pathname, search]);
}

/**
 * Goes to a place at once, without asking the server for a page: what it shows is read over the open connection. Next
 * follows the browser's history, so back and forward work.
 */
export function goTo(place: Place, how: "push" | "replace" = "push"): void {
  if (how === "push") window.history.pushState(null, "", hrefOf(place));
  else window.history.replaceState(null, "", hrefOf(place));
}
