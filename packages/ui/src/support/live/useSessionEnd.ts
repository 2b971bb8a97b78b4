"use client";

import { useEffect } from "react";
import type { LiveClient } from "./client.ts";
import { failureOf } from "./failure.ts";

/** A session may have ended while there was no connection: then the socket is refused, and only a call tells why. */
const ASK_AFTER = 4_000;

/** Leads to signing in when the session is over, and back here after. Unsent messages and drafts are kept. */
export function useSessionEnd({ connection, trpc }: LiveClient): void {
  useEffect(() => {
    if (!connection) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        await trpc.people.me.query();
      } catch (error) {
        if (failureOf(error).kind === "signed-out") return signInAgain();
      }
      if (connection.state === "connecting") timer = setTimeout(ask, ASK_AFTER);
    };
    const look = () => {
      clearTimeout(timer);
      if (connection.state === "ended") signInAgain();
      if (connection.state === "connecting") timer = setTimeout(ask, ASK_AFTER);
    };
    look();
    const leave = connection.onState(look);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [connection, trpc]);
}

/** A whole page load: nothing of the old session stays in memory. */
function signInAgain(): void {
  const { pathname, search } = window.location;
  if (!pathname.startsWith("/sign-in"))
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
