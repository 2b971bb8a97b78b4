"use client";

import { createContext, useContext } from "react";
import type { Outbox } from "../outbox/Outbox.ts";
import type { LiveClient } from "./client.ts";

/** The person who is signed in, as pages pass it to LiveProvider. */
export interface Me {
  id: string;
  name: string;
  role: "customer" | "developer" | "admin";
}

/** What LiveProvider gives to everything inside. */
export interface Live {
  me: Me;
  client: LiveClient;
  outbox: Outbox;
  /** How many conversations hold something new. */
  unread: number;
}

export const LiveContext = createContext<Live | null>(null);

/** The person, the connection, the outbox and the unread count; inside LiveProvider. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("LiveProvider is missing above");
  return live;
}
