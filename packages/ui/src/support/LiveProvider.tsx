"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { liveClientOf } from "./live/client.ts";
import { LiveContext, type Me } from "./live/LiveContext.ts";
import { useChanges } from "./live/useChanges.ts";
import { useSessionEnd } from "./live/useSessionEnd.ts";
import { useTitleBadge } from "./live/useTitleBadge.ts";
import { outboxOf } from "./outbox/Outbox.ts";
import { TRPCProvider } from "./trpc.ts";

export { type Me, useLive } from "./live/LiveContext.ts";
export { useConnection } from "./live/useConnection.ts";
export { useTRPC, useTRPCClient } from "./trpc.ts";

/** What the provider takes. */
export interface LiveProviderProps {
  me: Me;
  /** The count as the page was rendered; live from then on. */
  unread: number;
  children: ReactNode;
}

/** Connects a page: queries, the live socket, unsent messages and the unread count. Once around all that needs a person. */
export function LiveProvider({ me, unread: initial, children }: LiveProviderProps) {
  const client = liveClientOf(me.id);
  const [unread, setUnread] = useState(initial);
  const outbox = useMemo(() => outboxOf(client), [client]);
  useEffect(() => outbox.open(), [outbox]);
  useChanges(client, setUnread);
  useSessionEnd(client);
  useTitleBadge(unread);
  const { id, name, role } = me;
  const live = useMemo(
    () => ({ me: { id, name, role }, client, outbox, unread }),
    [id, name, role, client, outbox, unread],
  );
  return (
    <QueryClientProvider client={client.queries}>
      <TRPCProvider queryClient={client.queries} trpcClient={client.trpc}>
        <LiveContext value={live}>{children}</LiveContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
