import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { CollectionScreen } from "../../../../../components/help/CollectionScreen.tsx";
import { fetchFrame } from "../../../../../components/page/fetch-frame.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireActor();
  return { title: (await collectionOf(params)).name };
}

/** One collection of the help centre, as this agent may read it. */
export default async function CollectionPage({ params }: Props) {
  await requireActor();
  const [collection] = await Promise.all([collectionOf(params), fetchFrame()]);
  return (
    <Hydrate>
      <CollectionScreen collection={collection} />
    </Hydrate>
  );
}

async function collectionOf(params: Props["params"]) {
  const { client, queries } = serverTrpc();
  const { slug } = await params;
  return orNotFound(client.fetchQuery(queries.articles.collection.queryOptions({ slug })));
}
