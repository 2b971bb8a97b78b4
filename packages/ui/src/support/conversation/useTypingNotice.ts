"use client";

import { useCallback, useRef } from "react";
import { useLive } from "../LiveProvider.tsx";

/** Others forget after 6 s. */
const EVERY = 3_000;

/** Tells the others that one is writing; over the socket only, as it is worth nothing late. */
export function useTypingNotice(id: string): (mode: "reply" | "note") => void {
  const { trpc, connection } = useLive().client;
  const last = useRef(0);
  return useCallback(
    (mode) => {
      const now = Date.now();
      if (connection?.state !== "open" || now - last.current < EVERY) return;
      last.current = now;
      trpc.conversations.typing.mutate({ id, mode }).catch(() => {});
    },
    [trpc, connection, id],
  );
}
