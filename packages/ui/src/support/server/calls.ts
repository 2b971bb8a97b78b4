import type { AppRouter } from "@mintreu/api/root";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor, web } from "./web.ts";

/** What one request has fetched so far. */
export const requestClient = cache(
  () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } }),
);

/**
 * The procedures as query options, called in this process as whoever looks at the page:
 * `const { queries, client } = serverTrpc(); await client.fetchQuery(queries.conversations.get.queryOptions({ id }))`.
 */
export function serverTrpc() {
  const client = requestClient();
  const queries = createTRPCOptionsProxy<AppRouter>({
    router: web().router,
    ctx: async () => web().contextOf(await currentActor(), Object.fromEntries(await headers())),
    queryClient: client,
  });
  return { client, queries };
}

/** Awaits what a page is about; what is not there, or not this person's to see, is the page "nothing here". */
export async function orNotFound<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) {
      notFound();
    }
    throw error;
  }
}
