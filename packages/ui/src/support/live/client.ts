import { type LiveConnection, liveConnection } from "@mintreu/api/client/live-link";
import type { AppRouter } from "@mintreu/api/root";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";

/** Everything a tab has once for the person who is signed in. */
export interface LiveClient {
  personId: string;
  trpc: TRPCClient<AppRouter>;
  queries: QueryClient;
  /** Null while rendering on the server. */
  connection: LiveConnection | null;
}

let current: LiveClient | null = null;

/** The tab's client for a person; on the server a new one, which calls nothing. */
export function liveClientOf(personId: string): LiveClient {
  if (typeof window === "undefined") return create(personId, null);
  if (current?.personId === personId) return current;
  current?.connection?.close();
  current = create(personId, liveConnection({ url: () => socketUrl(personId) }));
  return current;
}

function create(personId: string, connection: LiveConnection | null): LiveClient {
  // The person is named, so that nothing goes out as somebody who has signed in since in another tab.
  const http = httpLink<AppRouter>({ url: "/api/trpc", headers: { "x-mintreu-person": personId } });
  const links = connection ? [connection.link<AppRouter>(), http] : [http];
  // What is stale is told by the live stream, not by a timer.
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: 2 } },
  });
  return { personId, connection, queries, trpc: createTRPCClient<AppRouter>({ links }) };
}

function socketUrl(personId: string): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/api/live?person=${personId}`;
}
