"use client";

import type { RefObject } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";

/** Moves the focus through the rows of a list (`a[data-row]`, `[data-row] a`) by the keys of lists; Enter then follows the link. */
export function useMovingFocus(list: RefObject<HTMLElement | null>, some: boolean): void {
  const step = (by: 1 | -1) => () => {
    const links = linksIn(list.current);
    const at = links.findIndex((link) => link.matches(":focus"));
    const link = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest" });
  };
  useAction("next", some ? step(1) : null);
  useAction("previous", some ? step(-1) : null);
  useAction(
    "open",
    some
      ? () => (linksIn(list.current).find((link) => link.matches(":focus")) ?? linksIn(list.current)[0])?.click()
      : null,
  );
}

function linksIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
}
