import { MAX_SUBJECT } from "@mintreu/api/conversations/schema";
import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewTicketForm } from "../../../../components/new-ticket/NewTicketForm.tsx";
import { Page } from "../../../../components/Page.tsx";

interface NewTicketPageProps {
  searchParams: Promise<Partial<Record<"product" | "follows" | "article" | "q", string | string[]>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newTicket"))("title") };
}

/**
 * Asks a question: `?product=` chooses the product, `?follows=` continues a closed ticket, `?article=` names what was read
 * before by its address, `?q=` what was searched for.
 */
export default async function NewTicketPage({ searchParams }: NewTicketPageProps) {
  await requireActor();
  const { product: productId, follows, article, q } = await searchParams;
  const { client, queries } = serverTrpc();
  const products = await client.fetchQuery(queries.marketplace.products.queryOptions());
  const before = follows ? await followed(String(follows)) : null;
  const read = article ? await readBefore(String(article)) : null;
  const t = await getTranslations("newTicket");
  const about = productId ?? read?.productId;
  const chosen = before ? before.product?.id : products.find(({ id }) => id === about)?.id;
  return (
    <Hydrate>
      <Page
        title={before ? t("followUpTitle") : t("title")}
        text={before ? t("followUpText", { number: String(before.number) }) : t("text")}
      >
        <NewTicketForm
          products={products}
          productId={before && !before.product ? null : chosen}
          article={read && { id: read.id, slug: read.slug, title: read.title }}
          subject={String(q ?? "").slice(0, MAX_SUBJECT)}
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

/** The article somebody comes from; null for one that is gone, or that they may not read: the question does not hang on it. */
async function readBefore(slug: string) {
  const { client, queries } = serverTrpc();
  const query = queries.articles.read.queryOptions({ slug });
  const answer = await client.fetchQuery(query).catch(() => null);
  if (!answer) return null;
  if ("movedTo" in answer) return readBefore(answer.movedTo);
  const { id, slug: address, title, product } = answer.article;
  return { id, slug: address, title, productId: product?.id };
}
