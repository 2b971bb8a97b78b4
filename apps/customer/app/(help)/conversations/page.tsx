import { STATES, type TicketState } from "@mintreu/api/conversations/schema";
import { Hydrate, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "../../../components/Page.tsx";
import { TicketList } from "../../../components/tickets/TicketList.tsx";

interface TicketsPageProps {
  searchParams: Promise<{ state?: string | string[]; q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tickets"))("title") };
}

/** All of one's tickets: by state, searched as one types. State and search are in the address. */
export default async function TicketsPage({ searchParams }: TicketsPageProps) {
  await requireActor();
  const { state: wanted, q } = await searchParams;
  const state: TicketState = STATES.find((each) => each === wanted) ?? "all";
  const search = String(q ?? "").slice(0, 200);
  const { client, queries } = serverTrpc();
  const query = queries.conversations.tickets.infiniteQueryOptions(
    { state, search },
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  await client.fetchInfiniteQuery(query);
  const t = await getTranslations("tickets");
  return (
    <Hydrate>
      <Page title={t("title")} text={t("text")}>
        <TicketList state={state} search={search} />
      </Page>
    </Hydrate>
  );
}
