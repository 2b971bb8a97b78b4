"use client";

import type { Passing, Side, ViewEvent } from "@mintreu/api/conversations/events";
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

  const take = useCallback((item: Passing) => {
    const { person } = item;
    const others = <Somebody extends Present>(known: readonly Somebody[]) => known.filter(({ id }) => id !== person.id);
    if (item.type === "typing") {
      setTyping((known) => [...others(known), { ...person, mode: item.mode, until: Date.now() + TYPING_LASTS }]);
      return;
    }
    setViewing((known) => (item.here ? [...others(known), person] : others(known)));
    if (!item.here) setTyping(others);
  }, []);

  /** What somebody wrote has come: they no longer write it. */
  const heard = useCallback(({ kind, actor }: ViewEvent) => {
    if (kind !== "message" && kind !== "note") return;
    setTyping((known) => (known.some(({ id }) => id === actor.id) ? known.filter(({ id }) => id !== actor.id) : known));
  }, []);

  useEffect(() => {
    if (typing.length === 0) return;
    const next = Math.min(...typing.map(({ until }) => until)) - Date.now();
    const timer = setTimeout(() => setTyping((known) => known.filter(({ until }) => until > Date.now())), next + 20);
    return () => clearTimeout(timer);
  }, [typing]);

  return { typing, viewing, take, heard };
}
