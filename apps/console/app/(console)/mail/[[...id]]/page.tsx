import { Hydrate, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailScreen } from "../../../../components/mail/MailScreen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail");
  return { title: t("title") };
}

/** What the system wrote, for admins; for everybody else there is nothing here. */
export default async function MailPage() {
  const { role } = await requireActor();
  if (role !== "admin") notFound();
  const { client, queries } = serverTrpc();
  await Promise.all([
    client.fetchInfiniteQuery(
      queries.mail.log.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
    client.fetchQuery(queries.conversations.counts.queryOptions({})),
    client.fetchQuery(queries.desks.list.queryOptions()),
  ]);
  return (
    <Hydrate>
      <MailScreen />
    </Hydrate>
  );
}
