import { orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import { redirect } from "next/navigation";
import { hrefOf } from "../../../../components/place/place.ts";

/** The address that mails and copied links have: leads to the conversation in a list where it stands. */
export default async function ConversationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { personId } = await requireActor();
  const { client, queries } = serverTrpc();
  const [conversation, desks] = await orNotFound(
    Promise.all([
      client.fetchQuery(queries.conversations.get.queryOptions({ id })),
      client.fetchQuery(queries.desks.list.queryOptions()),
    ]),
  );
  const { status, assignee, desk } = conversation;
  const done = status === "resolved" || status === "closed";
  const view = done ? "resolved" : assignee?.id === personId ? "mine" : "open";
  const foreign = desks.some((each) => each.id === desk.id && !each.own);
  redirect(hrefOf({ view, id, deskId: foreign ? desk.id : null, priority: null, productId: null }));
}
