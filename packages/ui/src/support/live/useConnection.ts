"use client";

import type { ConnectionState } from "@mintreu/api/client/socket";
import { useSyncExternalStore } from "react";
import { useLive } from "./LiveContext.ts";

/** How the live connection stands; "connecting" until the page runs. */
export function useConnection(): ConnectionState {
  const { connection } = useLive().client;
  return useSyncExternalStore(
    (listener) => connection?.onState(listener) ?? (() => {}),
    () => connection?.state ?? "connecting",
    () => "connecting",
  );
}
