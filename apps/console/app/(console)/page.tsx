import { serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import { redirect } from "next/navigation";

/** The day begins with one's own; whoever has nothing yet sees what waits for somebody. */
export default async function StartPage() {
  await requireActor();
  const { client, queries } = serverTrpc();
  const counts = await client.fetchQuery(queries.conversations.counts.queryOptions({}));
  redirect(counts.mine > 0 ? "/mine" : "/unassigned");
}
