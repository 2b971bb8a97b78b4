import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { HelpHomeScreen } from "../../../../../components/help/HelpHomeScreen.tsx";
import { fetchFrame } from "../../../../../components/page/fetch-frame.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireActor();
  return { title: (await homeOf(params)).product?.name ?? "" };
}

/** What there is about one product. */
export default async function ProductHelpPage({ params }: Props) {
  await requireActor();
  const [home] = await Promise.all([homeOf(params), fetchFrame()]);
  return (
    <Hydrate>
      <HelpHomeScreen home={home} />
    </Hydrate>
  );
}

async function homeOf(params: Props["params"]) {
  const { client, queries } = serverTrpc();
  const { slug } = await params;
  return orNotFound(client.fetchQuery(queries.articles.home.queryOptions({ product: slug })));
}
