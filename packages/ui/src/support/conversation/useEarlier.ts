"use client";

import type { ViewEvent } from "@mintreu/api/conversations/events";
import type { ConversationView } from "@mintreu/api/conversations/get";
import { useCallback, useMemo, useRef, useState } from "react";
import { useLive } from "../LiveProvider.tsx";
import { withEarlier } from "./advance.ts";

/** What was read back, before the events that the screen started with. */
interface Earlier {
  events: readonly ViewEvent[];
  hasEarlier: boolean;
}

/** Lets one read back in a conversation. */
export function useEarlier(view: ConversationView | null | undefined) {
  const { trpc } = useLive().client;
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [loading, setLoading] = useState(false);
  const busy = useRef(false);
  const whole = useMemo(() => view && withEarlier(view, earlier?.events ?? []), [view, earlier]);
  const id = view?.id;
  const before = whole?.events[0]?.seq;

  const loadEarlier = useCallback(async () => {
    if (busy.current || id === undefined || before === undefined) return;
    busy.current = true;
    setLoading(true);
    try {
      const page = await trpc.conversations.earlier.query({ id, before });
      setEarlier((known) => ({ events: [...page.events, ...(known?.events ?? [])], hasEarlier: page.hasEarlier }));
    } catch {
      // The button stays for another try; the banner tells when the connection is the reason.
    } finally {
      busy.current = false;
      setLoading(false);
    }
  }, [trpc, id, before]);

  return { view: whole, hasEarlier: earlier?.hasEarlier ?? view?.hasEarlier ?? false, loadEarlier, loading };
}
