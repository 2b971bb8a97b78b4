"use client";

import type { LiveItem, Side } from "@mintreu/api/conversations/events";
import { useCallback, useEffect, useState } from "react";

/** Somebody in the conversation besides oneself. */
export interface Present {
  id: string;
  name: string;
  side: Side;
}

/** Somebody who writes at this moment. */
export interface Typing extends Present {
  mode: "reply" | "note";
  /** ms; forgotten then unless heard of again. */
  until: number;
}

const TYPING_LASTS = 6_000;

/** Who writes and who looks on; nothing of it is kept. */
export function usePassing() {
  const [typing, setTyping] = useState<readonly Typing[]>([]);
  const [viewing, setViewing] = useState<readonly Present[]>([]);

  const take = useCallback((item: LiveItem) => {
    const without = (id: string) => (known: readonly Typing[]) =>
      known.some((each) => each.id === id) ? known.filter((each) => each.id !== id) : known;
    if (item.type === "event") {
      // What somebody wrote has come: they no longer write it.
      const { kind, actor } = item.event;
      if (kind === "message" || kind === "note") setTyping(without(actor.id));
    }
    if (item.type === "typing") {
      const { person, mode } = item;
      setTyping((known) => [...without(person.id)(known), { ...person, mode, until: Date.now() + TYPING_LASTS }]);
    }
    if (item.type === "viewing") {
      const { person, here } = item;
      setViewing((known) => [...known.filter(({ id }) => id !== person.id), ...(here ? [person] : [])]);
      if (!here) setTyping(without(person.id));
    }
  }, []);

  useEffect(() => {
    if (typing.length === 0) return;
    const next = Math.min(...typing.map(({ until }) => until)) - Date.now();
    const timer = setTimeout(() => setTyping((known) => known.filter(({ until }) => until > Date.now())), next + 20);
    return () => clearTimeout(timer);
  }, [typing]);

  return { typing, viewing, take };
}
