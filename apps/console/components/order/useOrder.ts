"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { moved } from "./moved.ts";

/** Something with a place in an order. */
interface Placed {
  id: string;
  /** Read aloud when it moves. */
  name: string;
}

/** Moves things of a list: by the arrow keys on a handle, by dragging, by whatever calls `move`. */
export interface Order<Thing extends Placed> {
  /** The things as they shall stand, ahead of the server. */
  things: Thing[];
  /** Moves one by so many places. */
  move: (id: string, by: number) => void;
  /** For the row of a thing: it can be dropped upon. */
  row: (id: string) => DropProps;
  /** For the handle of a thing: it can be dragged, and moved by keys. */
  handle: (id: string) => HandleProps;
  /** What has moved where, to be announced. */
  said: string;
  /** The thing under the pointer while another is dragged. */
  over: string | null;
}

/** What a row takes. */
export interface DropProps {
  onDragOver: (event: DragEvent) => void;
  onDragLeave: () => void;
  onDrop: (event: DragEvent) => void;
}

/** What a handle takes. */
export interface HandleProps {
  draggable: true;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** @param onOrder keeps the ids in their new order; it is shown until that is done, and the list's own from then on. */
export function useOrder<Thing extends Placed>(
  list: readonly Thing[],
  onOrder: (ids: string[]) => Promise<void>,
): Order<Thing> {
  const t = useTranslations("order");
  const [wanted, setWanted] = useState<string[] | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const things = wanted ? inOrder(list, wanted) : [...list];
  const put = (id: string, to: number) => {
    const from = things.findIndex((thing) => thing.id === id);
    const thing = things[from];
    if (!thing || to < 0 || to >= things.length || to === from) return;
    const ids = moved(things, from, to).map((each) => each.id);
    setWanted(ids);
    setSaid(t("moved", { name: thing.name, place: to + 1, count: things.length }));
    void onOrder(ids).finally(() => setWanted((latest) => (latest === ids ? null : latest)));
  };
  const placeOf = (id: string) => things.findIndex((thing) => thing.id === id);
  return {
    things,
    said,
    over: dragged && over !== dragged ? over : null,
    move: (id, by) => put(id, placeOf(id) + by),
    row: (id) => ({
      onDragOver: (event) => {
        if (!dragged || !things.some((thing) => thing.id === dragged)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(id);
      },
      onDragLeave: () => setOver(null),
      onDrop: (event) => {
        if (!dragged) return;
        event.preventDefault();
        event.stopPropagation();
        put(dragged, placeOf(id));
        setDragged(null);
        setOver(null);
      },
    }),
    handle: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", id);
        setDragged(id);
      },
      onDragEnd: () => {
        setDragged(null);
        setOver(null);
      },
      onKeyDown: (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!by) return;
        event.preventDefault();
        put(id, placeOf(id) + by);
      },
    }),
  };
}

function inOrder<Thing extends Placed>(list: readonly Thing[], ids: readonly string[]): Thing[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return list.toSorted((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
}
