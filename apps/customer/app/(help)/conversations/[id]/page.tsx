import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { Ticket } from "../../../../components/conversation/Ticket.tsx";

interface TicketPageProps {
  params: Promise<{ id: string }>;
}

async function load({ params }: TicketPageProps) {
  await requireActor();
  const { client, queries } = serverTrpc();
  const { id } = await params;
  return orNotFound(client.fetchQuery(queries.conversations.get.queryOptions({ id })));
}

export async function generateMetadata(props: TicketPageProps): Promise<Metadata> {
  const { number, subject } = await load(props);
  return { title: `${subject} (#${number})` };
}

/** One ticket. What is not the customer's own is not here. */
export default async function TicketPage(props: TicketPageProps) {
  const { id } = await load(props);
  return (
    <Hydrate>
      <Ticket key={id} id={id} />
    </Hydrate>
  );
}
