import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { EditorScreen } from "../../../../components/editor/EditorScreen.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  await requireActor();
  const { client, queries } = serverTrpc();
  return { title: (await orNotFound(client.fetchQuery(queries.articles.get.queryOptions({ id })))).title };
}

/** One article to write, with what one had typed last. */
export default async function ArticlePage({ params }: Props) {
  const { id } = await params;
  await requireActor();
  const { client, queries } = serverTrpc();
  await Promise.all([
    orNotFound(client.fetchQuery(queries.articles.get.queryOptions({ id }))),
    client.fetchQuery(queries.conversations.counts.queryOptions({})),
    client.fetchQuery(queries.desks.list.queryOptions()),
  ]);
  return (
    <Hydrate>
      <EditorScreen id={id} />
    </Hydrate>
  );
}
