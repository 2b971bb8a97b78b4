import { Hydrate, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpHomeScreen } from "../../../components/help/HelpHomeScreen.tsx";
import { fetchFrame } from "../../../components/page/fetch-frame.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("helpCentre"))("title") };
}

/** The start of the help centre, as this agent may read it. */
export default async function HelpPage() {
  await requireActor();
  const { client, queries } = serverTrpc();
  const [home] = await Promise.all([client.fetchQuery(queries.articles.home.queryOptions({})), fetchFrame()]);
  return (
    <Hydrate>
      <HelpHomeScreen home={home} />
    </Hydrate>
  );
}
