"use client";

import type { RefObject } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import type { Place } from "../place/place.ts";
import { goTo } from "../place/usePlace.ts";
import type { ShownRow } from "./hold-order.ts";

interface Moving {
  place: Place;
  rows: readonly ShownRow[];
  pane: RefObject<HTMLElement | null>;
}

/**
 * Moves through the list by keys: with a conversation open from one to the next, else the focus from row to row until
 * one is opened.
 */
export function useMoving({ place, rows, pane }: Moving): void {
  const step = (by: 1 | -1) => () => {
    const links = rowLinks(pane.current);
    const focused = links.findIndex((link) => link.matches(":focus"));
    const from = focused >= 0 || !place.id ? focused : rows.findIndex(({ id }) => id === place.id);
    const link = links[from < 0 ? 0 : Math.min(Math.max(from + by, 0), links.length - 1)];
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
    if (place.id) goTo({ ...place, id: link.dataset.row ?? null }, "replace");
  };
  const some = rows.length > 0;
  useAction("next", some ? step(1) : null);
  useAction("previous", some ? step(-1) : null);
  useAction("open", some ? () => openFocused(place, pane.current) : null);
  useAction("back", place.id ? () => goBack(place, pane.current) : null);
}

function openFocused(place: Place, pane: HTMLElement | null) {
  const link = rowLinks(pane).find((each) => each === document.activeElement) ?? rowLinks(pane)[0];
  if (link) goTo({ ...place, id: link.dataset.row ?? null });
}

/** Closes the conversation; the focus goes to its row. */
function goBack(place: Place, pane: HTMLElement | null) {
  goTo({ ...place, id: null });
  requestAnimationFrame(() =>
    rowLinks(pane)
      .find(({ dataset }) => dataset.row === place.id)
      ?.focus(),
  );
}

function rowLinks(pane: HTMLElement | null): HTMLElement[] {
  return [...(pane?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
}
