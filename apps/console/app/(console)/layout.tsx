import { LiveProvider } from "@mintreu/ui/support/LiveProvider";
import { serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { ReactNode } from "react";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { personId, name, role } = await requireActor();
  const { client, queries } = serverTrpc();
  const unread = await client.fetchQuery(queries.conversations.unread.queryOptions());
  return (
    <LiveProvider me={{ id: personId, name, role }} unread={unread}>
      {children}
    </LiveProvider>
  );
}
