import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor, web } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { detailsCookie } from "../../../../components/details/details-cookie.ts";
import { Inbox } from "../../../../components/inbox/Inbox.tsx";
import { deskInputAt, listInputAt, type Place, placeAt } from "../../../../components/place/place.ts";

interface Props {
  params: Promise<{ view: string; id?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, id } = await placeOf(props);
  await requireActor();
  if (!id) return { title: (await getTranslations("views"))(view) };
  const { client, queries } = serverTrpc();
  return { title: (await orNotFound(client.fetchQuery(queries.conversations.get.queryOptions({ id })))).subject };
}

/** A list and what is open in it, with all its data; from then on the browser moves without asking for pages. */
export default async function InboxPage(props: Props) {
  const place = await placeOf(props);
  await requireActor();
  await fetchAll(place);
  const detailsOpen = (await cookies()).get(detailsCookie)?.value !== "closed";
  return (
    <Hydrate>
      <Inbox detailsOpen={detailsOpen} helpUrl={web().otherUrl} />
    </Hydrate>
  );
}

async function fetchAll(place: Place): Promise<void> {
  const { client, queries } = serverTrpc();
  const { id } = place;
  const list = queries.conversations.list.infiniteQueryOptions(listInputAt(place), {
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  await orNotFound(
    Promise.all([
      client.fetchInfiniteQuery(list),
      client.fetchQuery(queries.conversations.counts.queryOptions(deskInputAt(place))),
      client.fetchQuery(queries.desks.list.queryOptions()),
      id && client.fetchQuery(queries.conversations.get.queryOptions({ id })),
      id && client.fetchQuery(queries.conversations.requester.queryOptions({ id })),
    ]),
  );
}

async function placeOf({ params, searchParams }: Props): Promise<Place> {
  const { view, id = [] } = await params;
  const search = Object.entries(await searchParams).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return placeAt(`/${[view, ...id].join("/")}`, new URLSearchParams(search)) ?? notFound();
}
