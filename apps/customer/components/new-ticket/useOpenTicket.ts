"use client";

import type { OpenInput } from "@mintreu/api/conversations/schema";
import type { ErrorCode } from "@mintreu/api/core/errors";
import { useConnection, useTRPCClient } from "@mintreu/ui/support/LiveProvider";
import { failureOf } from "@mintreu/ui/support/live/failure.ts";
import { reportTicket } from "@mintreu/ui/support/search/report.ts";
import { useEffect, useRef, useState } from "react";

/**
 * How the sending of a question stands. `waiting`: there is no answer yet, or it was one too many for now, and will not be after
 * `seconds`; either way it is tried again by itself.
 */
export type Sending =
  | { state: "idle" | "sending" }
  | { state: "waiting"; seconds: number }
  | { state: "refused"; code: ErrorCode | "INVALID" };

const AGAIN = 3_000;

/** Opens a ticket, trying for as long as the server does not answer: the same client id opens one ticket however often. */
export function useOpenTicket(onOpened: (id: string) => void) {
  const trpc = useTRPCClient();
  const connected = useConnection() === "open";
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const waiting = useRef<OpenInput | null>(null);
  const opened = useRef(onOpened);
  opened.current = onOpened;

  const send = async (input: OpenInput) => {
    waiting.current = null;
    setSending((before) => (before.state === "waiting" ? before : { state: "sending" }));
    try {
      const { id } = await trpc.conversations.open.mutate(input);
      reportTicket();
      opened.current(id);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "refused") return setSending({ state: "refused", code: failure.code });
      waiting.current = input;
      setSending({ state: "waiting", seconds: failure.kind === "transient" ? (failure.retryAfterSeconds ?? 0) : 0 });
    }
  };
  const latest = useRef(send);
  latest.current = send;
  const { state } = sending;
  const seconds = sending.state === "waiting" ? sending.seconds : 0;
  useEffect(() => {
    if (state !== "waiting") return;
    const again = () => {
      if (waiting.current) void latest.current(waiting.current);
    };
    if (connected && seconds === 0) again();
    const timer = setInterval(again, Math.max(AGAIN, seconds * 1_000));
    return () => clearInterval(timer);
  }, [state, connected, seconds]);
  return { sending, send: (input: OpenInput) => void send(input) };
}
