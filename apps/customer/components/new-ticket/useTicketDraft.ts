"use client";

import { useEffect, useRef, useState } from "react";
import { emptyDraft, keepDraft, readDraft, type TicketDraft } from "./ticket-draft.ts";

/**
 * A draft that survives a reload. What the address asks for (`from`) wins over what was kept.
 *
 * @returns the draft, how to change it, and how to forget it once it is sent.
 */
export function useTicketDraft(key: string, from: Partial<TicketDraft>) {
  const [draft, setDraft] = useState(() => emptyDraft(from));
  const start = useRef(from);
  useEffect(() => {
    const kept = readDraft(key);
    const asked = Object.fromEntries(Object.entries(start.current).filter(([, value]) => value !== undefined));
    if (kept) setDraft({ ...kept, ...asked, subject: kept.subject || (start.current.subject ?? "") });
  }, [key]);
  const change = (part: Partial<TicketDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(key, next);
  };
  return { draft, change, forget: () => keepDraft(key, null) };
}
