import { serverTrpc } from "@mintreu/ui/support/server/trpc";

/** Fetches what the frame of every page shows: the desks and how many conversations stand in each view. */
export async function fetchFrame(): Promise<void> {
  const { client, queries } = serverTrpc();
  await Promise.all([
    client.fetchQuery(queries.conversations.counts.queryOptions({})),
    client.fetchQuery(queries.desks.list.queryOptions()),
  ]);
}
