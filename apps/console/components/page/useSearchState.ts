"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** What stands in the address behind the question mark; null takes a name out. */
export type Changes = Record<string, string | null>;

/**
 * The choices of a page, kept in its address: a reload, a copied link and the back button lead to the same. Changing them
 * asks the server for no page; what it shows is read over the open connection.
 */
export function useSearchState(): [URLSearchParams, (changes: Changes, how?: "push" | "replace") => void] {
  const pathname = usePathname();
  const search = useSearchParams();
  const set = useCallback(
    (changes: Changes, how: "push" | "replace" = "replace") => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
      }
      const address = next.size > 0 ? `${pathname}?${next}` : pathname;
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [pathname],
  );
  return [new URLSearchParams(search), set];
}
