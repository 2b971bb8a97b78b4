import { serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { ReactNode } from "react";
import { Shell } from "../../components/Shell.tsx";

/** Everything behind signing in. */
export default async function HelpLayout({ children }: { children: ReactNode }) {
  const { personId, name, role } = await requireActor();
  const { client, queries } = serverTrpc();
  const unread = await client.fetchQuery(queries.conversations.unread.queryOptions());
  return (
    <Shell me={{ id: personId, name, role }} unread={unread}>
      {children}
    </Shell>
  );
}
