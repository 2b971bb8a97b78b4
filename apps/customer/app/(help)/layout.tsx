import { currentTheme } from "@mintreu/ui/kit/current-theme.ts";
import { Interactive } from "@mintreu/ui/kit/Interactive";
import { serverTrpc } from "@mintreu/ui/support/server/trpc";
import { currentActor, requireActor } from "@mintreu/ui/support/server/web.ts";
import type { ReactNode } from "react";
import { VisitorFrame } from "../../components/frame/VisitorFrame.tsx";
import { Shell } from "../../components/Shell.tsx";

/**
 * The frame of a signed-in customer. A page that is theirs alone asks for them by itself; the help centre is shown to
 * somebody whose session has ended meanwhile, too.
 */
export default async function HelpLayout({ children }: { children: ReactNode }) {
  if (!(await currentActor())) {
    return (
      <Interactive>
        <VisitorFrame theme={await currentTheme()}>{children}</VisitorFrame>
      </Interactive>
    );
  }
  const { personId, name, role } = await requireActor();
  const { client, queries } = serverTrpc();
  const unread = await client.fetchQuery(queries.conversations.unread.queryOptions());
  return (
    <Interactive>
      <Shell me={{ id: personId, name, role }} unread={unread}>
        {children}
      </Shell>
    </Interactive>
  );
}
