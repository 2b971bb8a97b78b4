import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewTicketForm } from "../../../../components/new-ticket/NewTicketForm.tsx";
import { Page } from "../../../../components/Page.tsx";

interface NewTicketPageProps {
  searchParams: Promise<{ product?: string | string[]; follows?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newTicket"))("title") };
}

/** Asks a question: `?product=` chooses the product, `?follows=` continues a closed ticket. */
export default async function NewTicketPage({ searchParams }: NewTicketPageProps) {
  await requireActor();
  const { product: productId, follows } = await searchParams;
  const { client, queries } = serverTrpc();
  const products = await client.fetchQuery(queries.marketplace.products.queryOptions());
  const before = follows ? await followed(String(follows)) : null;
  const t = await getTranslations("newTicket");
  const chosen = before ? before.product?.id : products.find(({ id }) => id === productId)?.id;
  return (
    <Hydrate>
      <Page
        title={before ? t("followUpTitle") : t("title")}
        text={before ? t("followUpText", { number: String(before.number) }) : t("text")}
      >
        <NewTicketForm
          products={products}
          productId={before && !before.product ? null : chosen}
          follows={before && { id: before.id, subject: before.subject, category: before.category }}
        />
      </Page>
    </Hydrate>
  );
}

/** Only a closed ticket is continued in another; any other goes on where it is. */
async function followed(id: string) {
  const { client, queries } = serverTrpc();
  const view = await orNotFound(client.fetchQuery(queries.conversations.get.queryOptions({ id })));
  if (view.status !== "closed") redirect(`/conversations/${id}`);
  const { number, subject, category, product } = view;
  return { id, number, subject, category, product };
}
